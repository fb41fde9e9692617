import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { textOf } from '../../sandbox/demo/n8n-form';
import type { Command } from '../../lib/returns';
import { eventTypes } from '../../lib/returns/events';
import { packageFolder } from './support/n8n-nodes';
import { runWorkflow } from './support/run-workflow';
import { openCase, stripeOrder, teeRequest } from './support/stories';
import { templateSchema } from './support/templates';
import { useWorld } from './support/world';

const world = useWorld();

const workflow = templateSchema.parse(
  JSON.parse(readFileSync(join(packageFolder, 'sandbox/demo/workflows/case-timeline.json'), 'utf8')),
);

const pageSchema = z.object({ html: z.string(), code: z.number() });

/** What a node that answers a webhook would answer with. */
function answerOf(name: string): { body: unknown; code: unknown } {
  const { responseBody = null, options } = workflow.nodes.find((node) => node.name === name)?.parameters ?? {};
  const code =
    typeof options === 'object' && options !== null && 'responseCode' in options ? options['responseCode'] : 200;
  return { body: responseBody, code };
}

/** Reads the page of a return as a browser asks for it: n8n's own webhook nodes are no part of this package. */
async function look(rma: string): Promise<{ html: string; code: number }> {
  const says = (name: string) => {
    const { body, code } = answerOf(name);
    const assignments = [
      { name: 'html', type: 'string', value: body },
      { name: 'code', type: 'number', value: code },
    ];
    return { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: { assignments: { assignments } } };
  };
  const answers = ['Show it', 'Say that there is none'];
  const run = await runWorkflow({
    workflow,
    startNode: 'When somebody looks',
    items: [{ query: { rma } }],
    credentials: world.credentials(),
    change: {
      'When somebody looks': { type: 'n8n-nodes-base.formTrigger', typeVersion: 2.6, parameters: {} },
      ...Object.fromEntries(answers.map((name) => [name, says(name)])),
    },
  });
  expect(run).toMatchObject({ status: 'success', error: undefined });
  return pageSchema.parse(answers.flatMap((name) => run.json(name))[0]);
}

const at = '2026-11-22T09:30:00Z';
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const parcel = (status: 'pre_transit' | 'in_transit' | 'delivered'): Command => ({
  type: 'record_parcel',
  tracking: {
    trackingNumber: '8R0001',
    carrier: 'Colissimo',
    status,
    carrierStatus: status,
    at: { pre_transit: '2026-11-22T08:30:00Z', in_transit: at, delivered: '2026-11-22T10:30:00Z' }[status],
    location: 'Lyon',
    provider: 'easypost',
  },
});

describe('the timeline page of the demo', () => {
  it('says in plain words what happened, with amounts, reasons, grades and numbers', async () => {
    const { case: opened } = await openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest(), [
      { type: 'approve' },
      {
        type: 'record_label',
        label: {
          carrier: 'Colissimo',
          service: 'Return',
          trackingNumber: '8R0001',
          url: 'https://labels.example/1.pdf',
          format: 'pdf',
          cost: eur(590),
          shipmentId: 'shp_1',
          provider: 'easypost',
          createdAt: at,
        },
      },
      parcel('pre_transit'),
      parcel('in_transit'),
      parcel('delivered'),
      {
        type: 'inspect',
        inspection: {
          inspectedAt: at,
          lines: [{ orderLineId: 'line-tee', quantity: 1, grade: 'new', disposition: 'restock' }],
        },
      },
      { type: 'plan_settlement', amount: eur(2600), fee: eur(300) },
      {
        type: 'settle',
        refund: {
          provider: 'stripe',
          id: 're_1',
          status: 'succeeded',
          amount: eur(2600),
          providerStatus: 'succeeded',
          at,
        },
      },
      { type: 'note', note: 'Bring <b>flowers</b>' },
    ]);
    const { html, code } = await look(opened.rma);
    const text = textOf(html);
    expect(code).toBe(200);
    for (const sentence of [
      `${opened.rma} · order AL-2001`,
      'Decision: approved · parcel: received · money: refunded',
      'Times are those of Europe/Paris.',
      'Asked for: 1 × T-shirt Lune – S (reason: too small), for a refund, from form',
      'Return label bought: Colissimo Return, tracking number 8R0001, for €5.90',
      'News of the parcel: announced, as Colissimo says in Lyon',
      'The parcel is on its way, as Colissimo says in Lyon',
      'The parcel is delivered, as Colissimo says in Lyon',
      'The warehouse has the parcel',
      'Inspected: 1 × T-shirt Lune – S (new, back into stock)',
      'To be paid back: €26.00, after a fee of €3.00',
      '€26.00 paid back by Stripe',
      'by test',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(html).toContain('Bring &lt;b&gt;flowers');
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('tells times in the zone of the shop, and says which', async () => {
    const { case: opened } = await openCase(await world.ledger(), stripeOrder('pi_1'));
    const { html } = await look(opened.rma);
    const inParis = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Paris',
      timeStyle: 'medium',
    }).format(new Date(opened.openedAt));
    expect(html).toMatch(new RegExp(`<time>[^<]*${inParis} GMT\\+[12]</time>`));
  });

  it('has a sentence for every event there is', () => {
    const expression = JSON.stringify(workflow.nodes.find(({ name }) => name === 'Put it into words')?.parameters);
    expect(eventTypes.filter((type) => !expression.includes(`'${type}': () =>`))).toEqual([]);
  });

  it('names what was done outside by what it is', async () => {
    const ledger = await world.ledger();
    const { case: opened } = await openCase(ledger, stripeOrder('pi_1'));
    const cause = { actor: { kind: 'system', name: 'test' } } as const;
    for (const step of ['label', 'email:approved_with_label', 'tiktok:words:ce5098a1', 'shopify:approve', 'refund']) {
      await ledger.runOnce(opened.id, step, () => Promise.resolve({ result: {}, commands: [] }), cause);
    }
    const text = textOf((await look(opened.rma)).html);
    for (const sentence of [
      'Return label bought: done',
      'Mail to the shopper: approved with label: done',
      'Message for the chat of TikTok Shop written: done',
      'Return in Shopify: approve: done',
      'Money paid back: done',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text).not.toContain('ce5098a1');
  });

  it.each(['RMA-2026-999999', '<script>', ''])('says that no return has the number "%s", with 404', async (rma) => {
    const { html, code } = await look(rma);
    expect(code).toBe(404);
    expect(textOf(html)).toContain('No return has this number');
    expect(html).not.toContain('<script>');
  });
});
