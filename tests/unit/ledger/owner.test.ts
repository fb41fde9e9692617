import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCertainlyDead, ownerName, type ProcessIdentity } from '../../../lib/ledger/owner';
import { isProcessRunning, thisProcess } from '../../../lib/ledger/process-identity';
import { fc } from '../../support/properties';
import { describeOnLinux } from '../../support/on-linux';

const here: ProcessIdentity = {
  bootId: '0b4f7c1e-8a52-4c39-9c6a-4b8ad9e0d1f2',
  namespaces: 'pid:[4026531836]time:[4026531834]',
  pid: 4242,
  startTime: '586639',
};
const other: ProcessIdentity = { ...here, pid: 4300, startTime: '590000' };
const gone = (): boolean => false;
const runs = (): boolean => true;

describe('the owner of a claim', () => {
  it('is certainly dead when its process of this kernel and namespace is gone', () => {
    expect(isCertainlyDead(ownerName(other, 'h'), here, gone)).toBe(true);
  });

  it('is looked for by pid and start time', () => {
    const asked: ProcessIdentity[] = [];
    isCertainlyDead(ownerName(other, 'h'), here, (process) => asked.push(process) > 0);
    expect(asked).toEqual([other]);
  });

  it.each([
    ['runs', ownerName(other, 'h'), here, runs],
    ['ran on another kernel, or before a restart', ownerName({ ...other, bootId: 'another' }, 'h'), here, gone],
    ['ran in another container', ownerName({ ...other, namespaces: 'pid:[4026532999]' }, 'h'), here, gone],
    ['did not tell who it is', ownerName(undefined, 'h'), here, gone],
    ['cannot be looked for from here', ownerName(other, 'h'), undefined, gone],
    ['holds a claim that nothing can be read from', 'boot/pid:[1]/0/12/h', here, gone],
  ])('is left its lease when it %s', (_, owner, from, isRunning) => {
    expect(isCertainlyDead(owner, from, isRunning)).toBe(false);
  });

  const word = fc.stringMatching(/^[\w:[\]-]{1,12}$/);
  const identity = fc.record({
    bootId: word,
    namespaces: word,
    pid: fc.integer({ min: 1, max: 4_194_304 }),
    startTime: fc.nat().map(String),
  });

  it('is never dead while it runs, nor when it ran anywhere else', () => {
    fc.assert(
      fc.property(identity, identity, fc.uuid(), fc.boolean(), (owner, from, handle, isRunning) => {
        const dead = isCertainlyDead(ownerName(owner, handle), from, () => isRunning);
        const elsewhere = owner.bootId !== from.bootId || owner.namespaces !== from.namespaces;
        expect(dead).toBe(!isRunning && !elsewhere);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isCertainlyDead(text, here, runs)).toBe(false);
      }),
    );
  });
});

describeOnLinux('a process', () => {
  const self = (): ProcessIdentity => thisProcess() ?? here;

  it('knows itself, the same at every asking', () => {
    expect(thisProcess()).toMatchObject({ pid: process.pid, startTime: expect.stringMatching(/^\d+$/) });
    expect(thisProcess()).toBe(thisProcess());
    expect(isProcessRunning(self())).toBe(true);
  });

  it('is not the earlier one that had its pid', () => {
    expect(isProcessRunning({ ...self(), startTime: '1' })).toBe(false);
  });

  it('is gone when nothing has its pid', () => {
    // Beyond the largest pid that Linux gives.
    expect(isProcessRunning({ ...self(), pid: 4_194_305 })).toBe(false);
  });

  it('has ended once it was killed, also while its parent has not taken note', async () => {
    // The shell becomes a program that never collects its child.
    const parent = spawn('sh', ['-c', 'sleep 30 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed]: Buffer[] = await once(parent.stdout, 'data');
    const pid = Number(printed?.toString());
    // Until then it is a shell, which does collect.
    while (nameOf(parent.pid) !== 'sleep') await sleep(5);
    const child = { ...self(), pid, startTime: startTimeOf(pid) };
    expect(isProcessRunning(child)).toBe(true);
    process.kill(pid, 'SIGSTOP');
    expect(isProcessRunning(child)).toBe(true);
    process.kill(pid, 'SIGKILL');
    await sleep(200);
    expect(process.kill(pid, 0)).toBe(true);
    expect(isProcessRunning(child)).toBe(false);
    const closed = once(parent, 'close');
    parent.kill('SIGKILL');
    await closed;
  });
});

const nameOf = (pid: number | undefined): string => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

const startTimeOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
