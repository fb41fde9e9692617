import { createHash } from 'node:crypto';
import type { Ledger, NewEvidence } from '../../../lib/ledger';
import { foldEvents } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aReturn, byWorkflow } from './support/returns';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const aPhoto = (content = bytes(0, 1, 255, 0)): NewEvidence => ({ name: 'seam.jpg', mimeType: 'image/jpeg', content });

describeEachStore('evidence', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(() => ledgers.remove());

  const attach = (piece: Partial<NewEvidence> = {}) =>
    ledger.attachEvidence(caseId, { ...aPhoto(), ...piece }, byWorkflow);

  it('is kept with the case: what is told of it in the case and its timeline, its content apart', async () => {
    const content = bytes(0, 1, 255, 0);
    const { dossier, evidence, attached } = await attach({ orderLineId: 'line-1', note: 'The seam is open' });
    expect(attached).toBe(true);
    expect(evidence).toEqual({
      id: expect.any(String),
      name: 'seam.jpg',
      mimeType: 'image/jpeg',
      size: 4,
      sha256: createHash('sha256').update(content).digest('hex'),
      orderLineId: 'line-1',
      note: 'The seam is open',
      attachedAt: new Date(ledgers.now).toISOString(),
    });
    expect(dossier.case.evidence).toEqual([evidence]);
    expect(await ledger.getCase({ id: caseId })).toEqual(dossier);
    const events = await ledger.timeline(caseId);
    expect(events.at(-1)).toMatchObject({ type: 'evidence.attached', change: { evidence } });
    expect(foldEvents(events)).toEqual(dossier);
    expect(await ledger.evidence(caseId)).toEqual([evidence]);
    const read = await (await ledgers.open()).readEvidence(caseId, evidence.id);
    expect(read.evidence).toEqual(evidence);
    expect([...read.content]).toEqual([...content]);
  });

  it('that comes twice is one piece, whatever its name; on another case it is another', async () => {
    const first = await attach();
    expect(await attach({ name: 'again.jpg' })).toEqual({ ...first, attached: false });
    await attach({ content: bytes(1) });
    expect((await ledger.evidence(caseId)).map(({ size }) => size)).toEqual([4, 1]);
    const other = (await ledger.openCase(aReturn('return-2'), byWorkflow)).dossier.case.id;
    expect(await ledger.attachEvidence(other, aPhoto(), byWorkflow)).toMatchObject({ attached: true });
    await expect(ledger.readEvidence(other, first.evidence.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of 10 MiB is kept whole', async () => {
    const content = new Uint8Array(10 * 1024 * 1024).map((_, index) => index % 251);
    const { evidence } = await attach({ content });
    const read = await ledger.readEvidence(caseId, evidence.id);
    expect(Buffer.from(read.content).equals(content)).toBe(true);
  });

  it.each<[string, Partial<NewEvidence>, RegExp]>([
    ['is too large', { content: new Uint8Array(10 * 1024 * 1024 + 1) }, /10\.0 MiB/],
    ['is empty', { content: new Uint8Array() }, /empty/],
    ['is of a line that the case has not', { orderLineId: 'line-2' }, /no line line-2/],
    ['has no name', { name: ' ' }, /name/],
    ['is of no type', { mimeType: 'picture' }, /mimeType/],
  ])('is refused when it %s, and nothing is kept', async (_, piece, message) => {
    await expect(attach(piece)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(message),
    });
    expect(await ledger.timeline(caseId)).toHaveLength(1);
    expect(await ledger.evidence(caseId)).toEqual([]);
  });

  it('is refused on a case that has a hundred pieces', async () => {
    for (let index = 0; index < 100; index += 1) await attach({ content: bytes(1, index) });
    await expect(attach({ content: bytes(2) })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await ledger.evidence(caseId)).toHaveLength(100);
  });

  it('of a case that is not there is not found', async () => {
    await expect(ledger.attachEvidence('nope', aPhoto(), byWorkflow)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger.evidence('nope')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger.readEvidence(caseId, 'nope')).rejects.toMatchObject({ code: 'not_found' });
  });
});
