import type { Effect } from '../../../sandbox/core/journal';
import type { Command } from '../../../lib/returns';
import { judge, type Evidence } from '../../chaos/judge';
import type { SeenCase } from '../../chaos/ledger-view';
import { planChaos, type PlannedReturn } from '../../chaos/plan';
import { Ledgers } from '../ledger/support/ledgers';
import { anOrder, aRefund, aRequest, aScan, byWorkflow } from '../ledger/support/returns';

const NOW = Date.parse('2026-01-15T10:00:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1_000).toISOString();

const [first] = planChaos({ seed: 1, returns: 1, kills: 0 }).returns;
if (first === undefined) throw new Error('the plan is empty');
const planned: PlannedReturn = {
  ...first,
  kind: 'stripe_refund',
  orderName: 'C-1',
  price: 6_500,
  discount: 0,
  isWholeOrder: false,
  grade: 'new',
};

const effect = (provider: string, what: string, detail: Record<string, unknown>, seconds = 0): Effect => ({
  provider,
  effect: what,
  at: at(seconds),
  reference: what,
  detail,
});
const refund = (amount = 6_500): Effect => effect('stripe', 'refund.made', { paymentIntent: 'pi_1', amount });

describe('the verdict on a run of chaos', () => {
  const ledgers = new Ledgers();
  let seen: SeenCase;

  beforeAll(async () => {
    const ledger = await ledgers.open();
    const { dossier } = await ledger.openCase({ request: aRequest(), order: anOrder({ name: 'C-1' }) }, byWorkflow);
    const { id } = dossier.case;
    const inspection = { orderLineId: 'line-1', quantity: 1, grade: 'new', disposition: 'restock' } as const;
    const commands: Command[] = [
      { type: 'approve' },
      aScan('in_transit', at(0)),
      { type: 'inspect', inspection: { inspectedAt: at(1), lines: [inspection] } },
      { type: 'settle', refund: aRefund() },
    ];
    for (const command of commands) {
      await ledger.command(id, command, byWorkflow);
    }
    seen = {
      dossier: await ledger.getCase({ id }),
      events: await ledger.timeline(id),
      steps: await ledger.steps(id),
      damage: undefined,
    };
  });
  afterAll(() => ledgers.remove());

  const mail = (letter: string, seconds = 0, isAnswerLost = false): Effect =>
    effect(
      'mail',
      'mail.accepted',
      {
        to: [planned.shopper.email],
        subject: `About ${letter}`,
        messageId: `<${seen.dossier.case.id}.email-${letter}@shop.example>`,
        isAnswerLost,
      },
      seconds,
    );
  const mails = (): Effect[] =>
    ['request_received', 'approved_with_label', 'in_transit', 'received', 'refunded'].map((letter) => mail(letter));
  const verdict = (change: Partial<Evidence>): Record<string, number> => {
    const evidence: Evidence = {
      returns: [planned],
      journal: [refund(), ...mails()],
      labelsOf: () => 1,
      paymentOf: () => 'pi_1',
      onTikTok: () => ({ messages: [], restocked: 0 }),
      cases: [seen],
      deadLetters: 0,
      kills: [],
      ...change,
    };
    const { counts, findings } = judge(evidence);
    const { mailsUncertain, ...zeros } = counts;
    const faults = Object.entries(zeros).filter(([, count]) => count > 0);
    expect(findings.length > 0).toBe(faults.length > 0);
    const found = new Map<string, number>(faults);
    if (mailsUncertain > 0) found.set('mailsUncertain', mailsUncertain);
    return Object.fromEntries(found);
  };

  it('finds nothing where everything happened once', () => {
    expect(verdict({})).toEqual({});
  });

  const two = (): number => 2;
  const none = (): number => 0;
  it.each<[string, Partial<Evidence>, Record<string, number>]>([
    ['a return without a case', { cases: [] }, { lost: 1 }],
    ['a second label', { labelsOf: two }, { doubleLabels: 1 }],
    ['no label', { labelsOf: none }, { stuck: 1 }],
    ['an event that was given up', { deadLetters: 1 }, { deadLetters: 1 }],
  ])('%s', (_what, change, counts) => {
    expect(verdict(change)).toEqual(counts);
  });

  it('two cases of one order', () => {
    expect(verdict({ cases: [seen, seen] })).toEqual({ lost: 1 });
  });

  it('a case that is not what its events tell', () => {
    expect(verdict({ cases: [{ ...seen, damage: 'decision differs' }] })).toEqual({ lost: 1 });
  });

  it('no refund, a second one, a wrong one', () => {
    expect(verdict({ journal: mails() })).toEqual({ stuck: 1 });
    expect(verdict({ journal: [refund(), refund(), ...mails()] })).toEqual({ doubleRefunds: 1, wrongAmounts: 1 });
    expect(verdict({ journal: [refund(6_200), ...mails()] })).toEqual({ wrongAmounts: 1 });
  });

  it('an exchange that nobody asked for, and units that were not to go back into stock', () => {
    const exchange = effect('shopify', 'exchange.processed', { orderName: 'C-1' });
    const stock = effect('shopify', 'stock.adjusted', { sku: planned.sku, delta: 1, reason: 'restock' });
    expect(verdict({ journal: [refund(), exchange, ...mails()] })).toEqual({ doubleExchanges: 1 });
    expect(verdict({ journal: [refund(), stock, ...mails()] })).toEqual({ wrongAmounts: 1 });
  });

  it('a return on TikTok Shop: paid once, three letters in the chat, back on sale, and no mail', () => {
    const returns = [{ ...planned, kind: 'tiktok_refund' as const }];
    const onTikTok = (messages: readonly string[], restocked = 1): Partial<Evidence> => ({
      onTikTok: () => ({ messages, restocked }),
    });
    const paid = (amount = 6_500): Effect => effect('tiktok-shop', 'refund.made', { orderId: 'C-1', amount });
    const told = { returns, labelsOf: none, journal: [paid()], ...onTikTok(['a', 'b', 'c']) };
    expect(verdict(told)).toEqual({});
    expect(verdict({ ...told, journal: [paid(), paid()] })).toEqual({ doubleRefunds: 1, wrongAmounts: 1 });
    expect(verdict({ ...told, journal: [paid(6_200)] })).toEqual({ wrongAmounts: 1 });
    expect(verdict({ ...told, ...onTikTok(['a', 'b', 'c', 'a']) })).toEqual({ doubleMessages: 1 });
    expect(verdict({ ...told, ...onTikTok(['a', 'b']) })).toEqual({ stuck: 1 });
    expect(verdict({ ...told, ...onTikTok(['a', 'b', 'c'], 2) })).toEqual({ wrongAmounts: 1 });
    expect(verdict({ ...told, journal: [paid(), mail('refunded')] })).toEqual({ stuck: 1 });
  });

  it('a case that did not come to its end', () => {
    const { dossier } = seen;
    const open = { ...dossier, case: { ...dossier.case, settlement: 'planned' as const } };
    expect(verdict({ cases: [{ ...seen, dossier: open }] })).toEqual({ stuck: 1 });
  });

  it('a mail that did not come, and one that nothing called for', () => {
    expect(verdict({ journal: [refund(), ...mails().slice(1)] })).toEqual({ stuck: 1 });
    expect(verdict({ journal: [refund(), ...mails(), mail('exchanged')] })).toEqual({ stuck: 1 });
  });

  describe('a mail that came twice', () => {
    const copies = (isAnswerLost: boolean): Effect[] => [
      refund(),
      ...mails().slice(1),
      mail('request_received', 0, isAnswerLost),
      mail('request_received', 9),
    ];

    it('counts when its sender knew of the first', () => {
      expect(verdict({ journal: copies(false) })).toEqual({ doubleMails: 1 });
    });

    it('is uncertain when the answer to the first was lost', () => {
      expect(verdict({ journal: copies(true) })).toEqual({ mailsUncertain: 1 });
    });

    it('is uncertain when n8n was killed as the first was taken, not some other time', () => {
      expect(verdict({ journal: copies(false), kills: [NOW + 500] })).toEqual({ mailsUncertain: 1 });
      expect(verdict({ journal: copies(false), kills: [NOW + 6_000] })).toEqual({ doubleMails: 1 });
    });

    it('counts when it was written as another message', () => {
      const other = mail('received');
      const again = {
        ...other,
        detail: { ...other.detail, messageId: `<${seen.dossier.case.id}.email-received-2@shop.example>` },
      };
      expect(verdict({ journal: [refund(), ...mails(), again] })).toEqual({ doubleMails: 1 });
    });
  });
});
