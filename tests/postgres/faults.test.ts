import { Client } from 'pg';
import { openLedgerAt, type Ledger } from '../../lib/ledger';
import { dropSchema } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { inLedger, newPlace, whenNoted, type Place } from './support';

describe('a fault of the server', () => {
  let place: Place;
  let ledger: Ledger;
  let id: string;
  beforeEach(async () => {
    place = newPlace();
    ledger = await openLedgerAt(place);
    id = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(async () => {
    await ledger.close();
    await dropSchema(place);
  });

  const note = (text: string) => ledger.command(id, { type: 'note', note: text }, byWorkflow);
  const raise = (state: string): string => `RAISE EXCEPTION 'secret of camille@example.com' USING ERRCODE = '${state}'`;

  describe.each(['insert', 'commit'] as const)('at the %s', (at) => {
    it.each([
      ['53100', 'disk of the PostgreSQL server is full', true],
      ['53200', 'out of memory', true],
      ['57014', 'took too long', true],
      ['55P03', 'took too long', true],
      ['25006', 'takes no changes', true],
      ['42501', 'lacks a right', false],
      ['42P01', 'not as this version left them', false],
      ['58030', 'disk of the PostgreSQL server reported an error', true],
      ['XX001', 'data damaged', false],
      ['P0001', 'could not be read or written', false],
    ])('%s is told as "%s", and leaves nothing behind', async (state, words, retryable) => {
      await whenNoted(place, { note: 'ill', at, then: raise(state), times: 1 });
      const error: unknown = await note('ill').catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'storage_failed',
        message: expect.stringContaining(words),
        description: expect.stringMatching(/\w/),
        context: { sqlState: state },
        retryable,
      });
      expect(JSON.stringify(error)).not.toContain('camille');
      expect(await ledger.timeline(id)).toHaveLength(1);
      expect((await note('ill')).dossier.case.version).toBe(2);
    });

    it.each(['40001', '40P01'])('%s is tried again, from the newest state', async (state) => {
      await whenNoted(place, { note: 'raced', at, then: raise(state), times: 2 });
      expect((await note('raced')).events).toMatchObject([{ version: 2 }]);
      expect(await ledger.timeline(id)).toHaveLength(2);
    });

    it('that lets nobody win for long asks for another try', async () => {
      await whenNoted(place, { note: 'raced', at, then: raise('40001'), times: 100 });
      await expect(note('raced')).rejects.toMatchObject({ code: 'conflict', retryable: true });
      expect(await ledger.timeline(id)).toHaveLength(1);
    });
  });

  it('that takes a half-done opening back gives its number to the next one', async () => {
    await inLedger(
      place,
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${raise('53100')}; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION no_room()`,
    );
    await expect(ledger.openCase(aReturn('return-2'), byWorkflow)).rejects.toMatchObject({ code: 'storage_failed' });
    await inLedger(place, 'DROP TRIGGER no_room ON events');
    const { dossier } = await ledger.openCase(aReturn('return-3'), byWorkflow);
    expect(dossier.case.rma).toMatch(/000002$/);
    expect((await ledger.findCases({}, { limit: 10 })).items).toHaveLength(2);
  });

  it('that keeps all connections busy is told after a while, and over when one is free', async () => {
    const small = await openLedgerAt(place, { patienceMs: 300, poolSize: 1 });
    const { kind: _, schema, ssl: __, ...address } = place;
    const holder = new Client(address);
    await holder.connect();
    await holder.query(`BEGIN; SELECT 1 FROM "${schema}".cases FOR UPDATE`);
    const waiting = small.command(id, { type: 'note', note: 'waits' }, byWorkflow);
    await expect(small.findCases({}, { limit: 1 })).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: true,
      message: expect.stringContaining('became free in time'),
    });
    await holder.query('ROLLBACK');
    await holder.end();
    expect((await waiting).dossier.case.version).toBe(2);
    expect((await small.findCases({}, { limit: 1 })).items).toHaveLength(1);
    await small.close();
  });

  it('or of a pooler, that puts another session in the place of ours, is noticed before anything is written', async () => {
    const small = await openLedgerAt(place, { poolSize: 1 });
    const elsewhere = `PERFORM set_config('search_path', 'pg_temp', false)`;
    await whenNoted(place, { note: 'moved', at: 'commit', then: elsewhere });
    await small.command(id, { type: 'note', note: 'moved' }, byWorkflow);
    await expect(small.receive('shopify', 'd-1')).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringMatching(/pooler|not as this version left them/),
    });
    expect(await small.receive('shopify', 'd-1')).toBe(true);
    await small.close();
  });

  it('is not what a text with a NUL is, which is refused', async () => {
    await expect(ledger.receive('shopify', 'd\0-1')).rejects.toMatchObject({
      code: 'invalid_input',
      description: expect.stringContaining('NUL'),
    });
    const odd = 'a "quote", a \\, an \u{1F4E6}, a lone \ud800 and a \0';
    const { dossier } = await ledger.openCase(aReturn('odd', { note: odd }), byWorkflow);
    const stored = await ledger.getCase({ id: dossier.case.id });
    expect(stored.request.note).toBe(odd);
  });

  it('is not what an id too long for an index is, which is refused', async () => {
    const long = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('');
    await expect(ledger.receive('shopify', long)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('too long'),
    });
  });
});

describe('what is in a ledger', () => {
  let place: Place;
  let ledger: Ledger;
  let id: string;
  beforeEach(async () => {
    place = newPlace();
    ledger = await openLedgerAt(place);
    id = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(async () => {
    await ledger.close();
    await dropSchema(place);
  });

  it('may be of a type that only a newer version knows', async () => {
    await inLedger(place, `UPDATE events SET type = 'parcel.teleported'`);
    expect(await ledger.timeline(id)).toMatchObject([{ type: 'parcel.teleported' }]);
    const options = { consumer: 'c', limit: 1, leaseMs: 1000, startFrom: 'beginning' } as const;
    expect(await ledger.claim({ ...options, filter: { types: ['parcel.teleported'] } })).toHaveLength(1);
  });

  it('may be a case with a hundred thousand events, to which one more is added without reading them', async () => {
    const events = 100_000;
    await inLedger(
      place,
      `INSERT INTO events (case_id, version, type, at, actor, body)
        SELECT case_id, n, 'case.noted', at, actor, '{"change":{}}' FROM events, generate_series(2, ${events}) n;
      UPDATE cases SET version = ${events}, dossier = replace(dossier, '"version":1', '"version":${events}');
      ANALYZE events`,
    );
    const began = performance.now();
    const { dossier } = await ledger.command(id, { type: 'approve' }, byWorkflow);
    const took = performance.now() - began;
    expect(dossier.case.version).toBe(events + 1);
    const timeline = await ledger.timeline(id);
    expect(took).toBeLessThan(performance.now() - began - took);
    expect(timeline).toHaveLength(events + 1);
    expect(timeline.at(-1)).toMatchObject({ type: 'decision.approved' });
    const options = { consumer: 'c', limit: 5, leaseMs: 1000, startFrom: 'beginning' } as const;
    expect(await ledger.claim({ ...options, filter: { types: ['decision.approved'] } })).toHaveLength(1);
  });

  it('goes by the clock of the server, whatever the clock of this machine is set to', async () => {
    const timed = async (text: string): Promise<number> => {
      const { events } = await ledger.command(id, { type: 'note', note: text }, byWorkflow);
      return Date.parse(events[0]?.at ?? '');
    };
    const before = await timed('before');
    const now = Date.now();
    const setBack = jest.spyOn(Date, 'now').mockImplementation(() => now - 3_600_000);
    const after = await timed('after');
    setBack.mockRestore();
    expect(after - before).toBeGreaterThanOrEqual(0);
    expect(after - before).toBeLessThan(60_000);
    const [row] = await inLedger(place, 'SELECT (EXTRACT(EPOCH FROM now()) * 1000)::float AS now');
    expect(Math.abs(Number(row?.['now']) - after)).toBeLessThan(5000);
  });
});
