import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fillLedger } from '../../../bench/ledger/fill-ledger';
import { lifeOfAReturn } from '../../../bench/ledger/life';
import { openRawSqlite, readerOfSqlite } from '../../../bench/ledger/raw-sqlite';
import { record } from '../../../bench/ledger/recording';
import { aReturn, byBench } from '../../../bench/ledger/returns';
import { makeTemplates } from '../../../bench/ledger/templates';
import { verifyLedger, type Ledger } from '../../../lib/ledger';
import { openSqliteLedger } from '../../../lib/ledger/sqlite/open-sqlite-ledger';

let folder: string;
let opened: Ledger[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'returns-bench-test-'));
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (name: string): string => path.join(folder, `${name}.sqlite`);

async function open(name: string): Promise<Ledger> {
  const ledger = await openSqliteLedger({ file: fileOf(name) });
  opened.push(ledger);
  return ledger;
}

async function filled(count: number): Promise<Ledger> {
  const templates = await makeTemplates(openSqliteLedger, fileOf('templates'));
  await (await openSqliteLedger({ file: fileOf('filled') })).close();
  fillLedger(fileOf('filled'), templates, count);
  return open('filled');
}

describe('a ledger that was filled past its verbs', () => {
  it('is one that the ledger could have written: every case is the fold of its events', async () => {
    const verified = await verifyLedger(await filled(150));
    expect(verified.faults).toEqual([]);
    expect(verified.cases).toBe(150);
    expect(verified.events).toBeGreaterThan(400);
  });

  it('holds cases of every state and channel, each findable by what names it', async () => {
    const ledger = await filled(400);
    for (const filter of [
      { decision: ['in_review'] },
      { parcel: ['in_transit'] },
      { settlement: ['planned'] },
      { resolution: 'exchange' },
      { channel: 'marketplace' },
    ] as const) {
      expect((await ledger.findCases(filter, { limit: 5 })).items).toHaveLength(5);
    }
    const [found] = (await ledger.findCases({ settlement: ['refunded'] }, { limit: 1 })).items;
    const { id, rma, orderName, channel, externalId, references } = found?.case ?? {};
    expect(new Set(Object.keys(references ?? {}))).toEqual(new Set(['shopOrder', 'stripeRefund', 'trackingNumber']));
    for (const key of [
      { rma: String(rma) },
      { orderName: String(orderName) },
      { channel: String(channel), externalId: String(externalId) },
      { reference: { name: 'trackingNumber', value: String(references?.['trackingNumber']) } },
    ]) {
      expect((await ledger.getCase(key)).case.id).toBe(id);
    }
    expect((await ledger.findCases({ text: String(rma).toLowerCase() }, { limit: 2 })).items).toHaveLength(1);
  });

  it('takes commands, and opens further cases', async () => {
    const ledger = await filled(50);
    const [inReview] = (await ledger.findCases({ decision: ['requested', 'in_review'] }, { limit: 1 })).items;
    const { dossier } = await ledger.command(String(inReview?.case.id), { type: 'approve' }, byBench);
    expect(dossier.case).toMatchObject({ decision: 'approved', version: Number(inReview?.case.version) + 1 });
    expect((await ledger.findCases({ decision: ['approved'] }, { limit: 1 })).items[0]?.case.id).toBe(dossier.case.id);
  });
});

describe('the peer of the commands', () => {
  it('writes the same rows as the commands: one event and one change of the case each', async () => {
    const recorded = await open('recorded');
    await (await openSqliteLedger({ file: fileOf('peer') })).close();
    const [from, to] = [readerOfSqlite(fileOf('recorded')), readerOfSqlite(fileOf('peer'))];
    const peer = openRawSqlite(fileOf('peer'));
    try {
      const { opened: returns, written } = await record(recorded, from.read, 0, 3);
      expect(written).toHaveLength(3 * lifeOfAReturn.length);
      await peer.insert(returns);
      for (const one of written) await peer.write(one);
      for (const id of new Set(written.map(({ caseId }) => caseId))) {
        expect(await to.read(id)).toEqual(await from.read(id));
        expect((await to.read(id)).cases['version']).toBe(1 + lifeOfAReturn.length);
      }
    } finally {
      from.close();
      to.close();
      await peer.close();
    }
  });

  it('has a life in which no command is without its event', async () => {
    const ledger = await open('life');
    const { dossier } = await ledger.openCase(aReturn(1), byBench);
    for (const command of lifeOfAReturn) {
      expect((await ledger.command(dossier.case.id, command, byBench)).events).toHaveLength(1);
    }
  });
});
