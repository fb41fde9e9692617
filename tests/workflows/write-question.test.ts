import type { Dossier } from '../../lib/returns';
import { runNode } from './support/run-node';
import type { Run } from './support/run-workflow';
import { news, openCase, shop, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const inReview = async (): Promise<Dossier> =>
  openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [{ type: 'put_in_review' }]);

/** Return Email set to write a question; it is given no mail server. */
const write = (item: object, parameters: object = {}, onError?: 'continueRegularOutput'): Promise<Run> =>
  runNode({
    type: 'returnEmail',
    parameters: { operation: 'writeQuestion', message: 'shop_review', ...parameters },
    items: [item],
    credentials: world.credentials(),
    given: [],
    ...(onError && { onError }),
  });

describe('Return Email: Write Question', () => {
  it('adds the question to the item, sends nothing, and needs no mail server', async () => {
    const dossier = await inReview();
    const run = await write({ ...news('decision.in_review', dossier), mine: 1 });
    expect(run).toMatchObject({ status: 'success', error: undefined });
    const [item] = run.json('node');
    expect(item).toMatchObject({ ...dossier, mine: 1, event: { type: 'decision.in_review' } });
    expect(item?.['question']).toEqual({
      message: 'shop_review',
      subject: `Return ${dossier.case.rma}: approve or reject?`,
      html: expect.stringMatching(/^<div lang="en".+T-shirt Lune/),
      text: expect.stringContaining('- 1 × T-shirt Lune'),
      approve: 'Approve',
      reject: 'Reject',
      locale: 'en',
    });
    expect(await world.mails()).toEqual([]);
    expect((await (await world.ledger()).getCase({ id: dossier.case.id })).case.version).toBe(dossier.case.version);
  });

  it('writes in the language that is chosen, with the note of whoever asks, and gives the bare result', async () => {
    const run = await write(await inReview(), { language: 'fr', note: 'Merci <3', outputMode: 'result' });
    const [question] = run.json('node');
    expect(Object.keys(question ?? {})).toContain('subject');
    expect(question).toMatchObject({ locale: 'fr', approve: 'Accepter', reject: 'Refuser' });
    expect(question?.['html']).toContain('<p>Merci &#60;3</p>');
  });

  it('reads the case as the ledger has it, not as the item does', async () => {
    const dossier = await inReview();
    const run = await write({ ...dossier, order: { ...dossier.order, name: 'stale' } });
    expect(run.json('node')).toMatchObject([{ order: { name: dossier.order.name } }]);
  });

  it('takes the shop from its field where the case has none', async () => {
    const { shop: _, ...dossier } = await inReview();
    const without = { caseId: { __rl: true, mode: 'id', value: '' } };
    const failed = await write(dossier, without);
    expect(failed.error).toMatchObject({ message: expect.stringContaining('does not know its shop') });
    const run = await write({ ...dossier, elsewhere: shop }, { ...without, shop: '={{ $json.elsewhere }}' });
    expect(run.json('node')).toMatchObject([{ question: { approve: 'Approve' } }]);
  });

  it('says what is missing for a question on what came back', async () => {
    const run = await write(await inReview(), { message: 'shop_pay_received' }, 'continueRegularOutput');
    expect(run.json('node')).toMatchObject([
      {
        case: { decision: 'in_review' },
        error: { code: 'invalid_input', message: expect.stringContaining('inspection') },
      },
    ]);
  });
});
