import type { Case, CaseLine, Credit, Dossier, Exchange, Inspection, Refund } from '../../../lib/returns';
import {
  ensureGoodsCameBack,
  linesToProcess,
  settledByExchange,
  settledByRefund,
  type ProcessReturnResult,
} from '../../../lib/shops/shopify';
import { refusalOf } from '../http/refusal';
import { dossier } from '../mail/dossier';

const at = '2026-11-22T09:00:00Z';
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const refund: Refund = {
  ...{ provider: 'shopify', id: 'gid://shopify/Refund/1', status: 'succeeded', amount: eur(2000), at },
  providerStatus: 'SUCCESS',
};
const credit: Credit = { provider: 'shopify', id: refund.id, amount: eur(500), at };
const exchange: Exchange = { provider: 'shopify', id: 'gid://shopify/Return/1', orderName: '#1001', lines: [], at };
const processed = (part: Partial<ProcessReturnResult>) => part as ProcessReturnResult;

describe('a refund settles the case', () => {
  it('in money, by the id of the refund', () => {
    expect(settledByRefund(processed({ refund }), eur(2000))).toEqual({
      type: 'settle',
      refund,
      references: { shopifyRefund: refund.id },
    });
  });

  it('in money and store credit, where both were asked for', () => {
    expect(settledByRefund(processed({ refund, credit }), eur(1500))).toEqual({
      type: 'settle',
      refund,
      references: { shopifyRefund: refund.id },
      credit,
    });
  });

  it.each([undefined, eur(0)])('as store credit alone, where no money was asked for (%j)', (amount) => {
    expect(settledByRefund(processed({ refund, credit }), amount)).toEqual({ type: 'settle', credit });
  });

  it('not at all where Shopify shows none: the step may be run again', () => {
    expect(refusalOf(() => settledByRefund(processed({}), eur(2000)))).toMatchObject({
      code: 'unexpected_answer',
      retryable: true,
    });
  });
});

describe('an exchange settles the case', () => {
  it('by the id of what is sent', () => {
    expect(settledByExchange(processed({ exchange }))).toEqual({
      type: 'settle',
      exchange,
      references: { shopifyExchange: exchange.id },
    });
  });

  it('with what it paid back, where the new goods cost less', () => {
    expect(settledByExchange(processed({ exchange, refund }))).toEqual({
      type: 'settle',
      exchange,
      refund,
      references: { shopifyExchange: exchange.id, shopifyRefund: refund.id },
    });
  });

  it('not at all where Shopify shows none, even beside a refund', () => {
    expect(refusalOf(() => settledByExchange(processed({ refund })))).toMatchObject({ code: 'unexpected_answer' });
  });
});

describe('what Shopify processes of a case', () => {
  const line = (orderLineId: string, approved: number, received: number): CaseLine => ({
    ...{ orderLineId, title: orderLineId, requested: 3, approved, received, restocked: 0, writtenOff: 0 },
    reason: 'too_small',
  });
  const lines = [line('a', 2, 1), line('b', 1, 0)];
  const inspection: Inspection = {
    inspectedAt: at,
    lines: [{ orderLineId: 'a', quantity: 2, grade: 'missing', disposition: 'write_off' }],
  };

  it('is what came back', () => {
    expect(linesToProcess({ parcel: 'received', lines })).toEqual([{ orderLineId: 'a', quantity: 1 }]);
  });

  it('is all that was approved, where the goods stay with the shopper', () => {
    expect(linesToProcess({ parcel: 'not_required', lines })).toEqual([
      { orderLineId: 'a', quantity: 2 },
      { orderLineId: 'b', quantity: 1 },
    ]);
  });

  it('is left to Shopify where nothing has been found yet', () => {
    expect(linesToProcess({ parcel: 'in_transit', lines: [line('a', 2, 0)] })).toBeUndefined();
  });

  const of = (parts: Partial<Case>, found?: Inspection): Pick<Dossier, 'case' | 'inspection'> => ({
    case: { ...dossier.case, ...parts },
    ...(found && { inspection: found }),
  });

  it('is no exchange for goods of which an inspection found none', () => {
    const missing = of({ lines: [line('a', 2, 0), line('b', 1, 0)] }, inspection);
    expect(
      refusalOf(() => {
        ensureGoodsCameBack(missing);
      }),
    ).toMatchObject({
      code: 'needs_review',
      message: 'Nothing of case RMA-2026-000042 came back',
    });
  });

  it.each([
    ['without a case', undefined],
    ['before the inspection', of({ lines: [line('a', 2, 0)] })],
    ['where some of it came back', of({ lines }, inspection)],
    ['where the shopper keeps the goods', of({ parcel: 'not_required', lines: [line('a', 2, 0)] }, inspection)],
  ])('may be an exchange %s', (_when, about) => {
    expect(() => {
      ensureGoodsCameBack(about);
    }).not.toThrow();
  });
});
