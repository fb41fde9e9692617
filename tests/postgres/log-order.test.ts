import { setTimeout as sleep } from 'node:timers/promises';
import { openLedgerAt, type ClaimOptions, type Ledger } from '../../lib/ledger';
import { dropSchema } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { until } from '../support/until';
import { closeGate, inLedger, newPlace, waitAtGate, whenNoted, type Place } from './support';

/** Places in the log are taken when an event is inserted, and seen when it is committed: the two orders differ. */
describe('the order of the log', () => {
  let place: Place;
  let ledgers: Ledger[];
  beforeEach(() => {
    place = newPlace();
    ledgers = [];
  });
  afterEach(async () => {
    await Promise.all(ledgers.map((ledger) => ledger.close()));
    await dropSchema(place);
  });

  const open = async (): Promise<Ledger> => {
    const ledger = await openLedgerAt(place);
    ledgers.push(ledger);
    return ledger;
  };
  const openCase = async (ledger: Ledger, name: string): Promise<string> =>
    (await ledger.openCase(aReturn(name), byWorkflow)).dossier.case.id;
  const note = (ledger: Ledger, id: string, text: string): Promise<unknown> =>
    ledger.command(id, { type: 'note', note: text }, byWorkflow);
  const claimSeqs = async (ledger: Ledger, options: Partial<ClaimOptions> = {}): Promise<number[]> => {
    const wanted = { consumer: 'c', filter: {}, limit: 100, leaseMs: 60_000, startFrom: 'beginning' } as const;
    const seqs = (await ledger.claim({ ...wanted, ...options })).map(({ event }) => event.seq);
    await ledger.acknowledge('c', seqs);
    return seqs;
  };
  /** Until the transaction that notes this text has taken its place, and is still to be seen. */
  const isHeld = (text: string) => async (): Promise<boolean> => {
    const rows = await inLedger(place, `SELECT is_called FROM on_${text}_commit`);
    return rows[0]?.['is_called'] === true;
  };

  it('lets no event be passed that becomes visible after a later one', async () => {
    const [writer, other, reader] = [await open(), await open(), await open()];
    const [a, b] = [await openCase(writer, 'a'), await openCase(writer, 'b')];
    const openGate = await closeGate(place);
    await whenNoted(place, { note: 'slow', at: 'commit', then: waitAtGate(place) });

    const slow = note(writer, a, 'slow');
    await until(isHeld('slow'));
    await note(other, b, 'fast');
    // The later event, number 4, is there already; number 3 may be committed or rolled back.
    expect(await claimSeqs(reader)).toEqual([1, 2]);
    expect(await claimSeqs(reader)).toEqual([]);
    await openGate();
    await slow;
    expect(await claimSeqs(reader)).toEqual([3, 4]);
  });

  it('lets a consumer that begins now begin before what is still to be seen', async () => {
    const [writer, other, reader] = [await open(), await open(), await open()];
    const [a, b] = [await openCase(writer, 'a'), await openCase(writer, 'b')];
    await claimSeqs(reader, { consumer: 'early' });
    const openGate = await closeGate(place);
    await whenNoted(place, { note: 'slow', at: 'commit', then: waitAtGate(place) });
    const slow = note(writer, a, 'slow');
    await until(isHeld('slow'));
    await note(other, b, 'fast');
    expect(await claimSeqs(reader, { startFrom: 'now' })).toEqual([]);
    await openGate();
    await slow;
    expect(await claimSeqs(reader, { startFrom: 'now' })).toEqual([3, 4]);
  });

  it('goes on past a place that was rolled back and stays empty', async () => {
    const [writer, reader] = [await open(), await open()];
    const a = await openCase(writer, 'a');
    expect(await claimSeqs(reader)).toEqual([1]);
    const fail = `RAISE EXCEPTION 'no' USING ERRCODE = '53100'`;
    await whenNoted(place, { note: 'never', at: 'commit', then: fail, times: 100 });
    await expect(note(writer, a, 'never')).rejects.toMatchObject({ code: 'storage_failed' });
    await note(writer, a, 'there');
    expect(await claimSeqs(reader)).toEqual([3]);
  });

  it('is read by a new process as by an old one', async () => {
    const [writer, other] = [await open(), await open()];
    const [a, b] = [await openCase(writer, 'a'), await openCase(writer, 'b')];
    const openGate = await closeGate(place);
    await whenNoted(place, { note: 'slow', at: 'commit', then: waitAtGate(place) });
    const slow = note(writer, a, 'slow');
    await until(isHeld('slow'));
    await note(other, b, 'fast');
    expect(await claimSeqs(await open())).toEqual([1, 2]);
    await openGate();
    await slow;
    expect(await claimSeqs(await open())).toEqual([3, 4]);
  });

  it('loses and repeats nothing while many write, some slowly and some in vain, and several read', async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    const writers = [first, second, third];
    const readers = [await open(), await open()];
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => openCase(first, `r-${index}`)));
    const atRandom = `PERFORM pg_sleep(random() * 0.1)`;
    const inVain = `IF random() < 0.3 THEN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END IF`;
    await whenNoted(place, { note: 'slow', at: 'commit', then: atRandom, times: 1_000_000 });
    await whenNoted(place, { note: 'vain', at: 'commit', then: inVain, times: 1_000_000 });

    let isWriting = true;
    const seen: number[] = [];
    const read = async (ledger: Ledger): Promise<void> => {
      for (let isLast = false; !isLast;) {
        isLast = !isWriting;
        for (let got = await claimSeqs(ledger); got.length > 0;) {
          seen.push(...got);
          got = await claimSeqs(ledger);
        }
        await sleep(2);
      }
    };
    const reading = readers.map(read);
    const texts = ['slow', 'vain', 'plain'];
    await Promise.all(
      ids.map(async (id, index) => {
        for (let turn = 0; turn < 12; turn += 1) {
          const writer = writers[(index + turn) % 3] ?? first;
          await note(writer, id, texts[(index + turn * 2) % 3] ?? '').catch(() => undefined);
        }
      }),
    );
    isWriting = false;
    await Promise.all(reading);
    const written = await inLedger(place, 'SELECT seq::int FROM events ORDER BY seq');
    expect(seen.toSorted((a, b) => a - b)).toEqual(written.map((row) => row['seq']));
    expect(written.length).toBeGreaterThan(100);
  });
});
