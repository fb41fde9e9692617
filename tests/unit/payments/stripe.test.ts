import { createHmac } from 'node:crypto';
import { paymentProviders, type PaymentAdapter } from '../../../lib/payments';
import { fromStripeAmount, toStripeAmount } from '../../../lib/payments/stripe/amount';
import { refusalOf } from '../http/refusal';
import { fc } from '../../support/properties';

const secret = 'whsec_test_secret';
const now = Date.parse('2026-11-22T10:00:00Z');
const unix = now / 1000;
const stripe: PaymentAdapter = paymentProviders.stripe.connect({ secretKey: 'sk_test_x' }, { now: () => now });

const sign = (body: Uint8Array | string, time: number | string, key = secret): string =>
  createHmac('sha256', key).update(`${time}.`).update(body).digest('hex');
const verify = (body: Uint8Array | string, header: string | undefined, key = secret): void => {
  stripe.verifyWebhook(Buffer.from(body), { 'stripe-signature': header }, key);
};
const refused = { code: 'signature_invalid', provider: 'stripe' };

describe('amounts at Stripe', () => {
  it.each([
    ['EUR', 1999, 1999],
    ['JPY', 1999, 1999],
    ['KWD', 1990, 1990],
    ['HUF', 250_000, 250_000],
    ['ISK', 5, 500],
    ['UGX', 5, 500],
    ['MGA', 500, 5],
  ])('sends %s %d as %d', (currency, amount, sent) => {
    expect(toStripeAmount({ amount, currency })).toBe(sent);
    expect(fromStripeAmount(sent, currency.toLowerCase())).toEqual({ amount, currency });
  });

  it.each([
    ['KWD', 1995],
    ['MGA', 550],
  ])('leaves %s %d, which Stripe cannot pay to the unit, to a person', (currency, amount) => {
    expect(refusalOf(() => toStripeAmount({ amount, currency }))).toMatchObject({ code: 'needs_review' });
  });

  it('refuses amounts that a currency cannot have', () => {
    expect(refusalOf(() => fromStripeAmount(550, 'isk'))).toMatchObject({ code: 'unexpected_answer' });
    expect(refusalOf(() => fromStripeAmount(100, 'xxz'))).toMatchObject({ code: 'unexpected_answer' });
  });

  it('brings every amount back as it was', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'ISK', 'UGX', 'MGA', 'HUF', 'TWD', 'XOF', 'TND');
    fc.assert(
      fc.property(currency, fc.nat(10_000_000), (code, tens) => {
        const money = { amount: tens * 100, currency: code };
        expect(fromStripeAmount(toStripeAmount(money), code.toLowerCase())).toEqual(money);
      }),
    );
  });
});

describe("Stripe's webhook signature", () => {
  it('takes what Stripe signed, byte for byte, with several signatures and other schemes beside it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: -300, max: 300 }), (body, age) => {
        const time = unix - age;
        const good = sign(body, time);
        expect(() => {
          verify(body, `t=${time},v1=${good}`);
        }).not.toThrow();
        expect(() => {
          verify(body, `t=${time},v1=${sign(body, time, 'old')},v1=${good},v0=abc`);
        }).not.toThrow();
      }),
    );
  });

  it('refuses a changed body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (body, at, change) => {
        const header = `t=${unix},v1=${sign(body, unix)}`;
        const forged = Uint8Array.from(body);
        const index = at % forged.length;
        forged[index] = (forged[index] ?? 0) ^ change;
        expect(
          refusalOf(() => {
            verify(forged, header);
          }),
        ).toMatchObject(refused);
      }),
    );
  });

  const good = sign('{}', unix);
  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one without a time', `v1=${good}`],
    ['one with two times', `t=${unix},t=${unix},v1=${good}`],
    ['one with another time', `t=${unix + 1},v1=${good}`],
    ['a cut one', `t=${unix},v1=${good.slice(0, -2)}`],
    ['a lengthened one', `t=${unix},v1=${good}00`],
    ['one of the old scheme only', `t=${unix},v0=${good}`],
    ['one made with another secret', `t=${unix},v1=${sign('{}', unix, 'other')}`],
    ['one replayed after five minutes', `t=${unix - 301},v1=${sign('{}', unix - 301)}`],
    ['one from the future', `t=${unix + 301},v1=${sign('{}', unix + 301)}`],
    ['one whose time is no number', `t=1e9,v1=${sign('{}', '1e9')}`],
  ])('refuses %s', (_what, header) => {
    expect(
      refusalOf(() => {
        verify('{}', header);
      }),
    ).toMatchObject(refused);
  });

  it('refuses everything while no secret is set', () => {
    expect(
      refusalOf(() => {
        verify('{}', `t=${unix},v1=${sign('{}', unix, '')}`, '');
      }),
    ).toMatchObject(refused);
  });

  it('refuses any other header without falling over', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(
          refusalOf(() => {
            verify('{}', header);
          }),
        ).toMatchObject(refused);
      }),
    );
  });
});

describe("Stripe's webhooks", () => {
  const refund = {
    id: 're_1',
    object: 'refund',
    amount: 2600,
    currency: 'eur',
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    created: unix,
    metadata: { case_id: 'case-1', rma: 'RMA-2026-000001' },
    payment_intent: 'pi_1',
    charge: { id: 'ch_1' },
  };
  const event = (type: string, object: unknown): object => ({ id: 'evt_1', object: 'event', type, data: { object } });

  it('lead back to the case', () => {
    const expected = {
      eventId: 'evt_1',
      type: 'refund.failed',
      refund: {
        provider: 'stripe',
        id: 're_1',
        status: 'failed',
        amount: { amount: 2600, currency: 'EUR' },
        providerStatus: 'failed',
        failureReason: 'lost_or_stolen_card',
        at: '2026-11-22T10:00:00.000Z',
      },
      paymentReference: 'pi_1',
      caseId: 'case-1',
      rma: 'RMA-2026-000001',
    };
    const body = event('refund.failed', refund);
    expect(stripe.parseWebhook(body)).toEqual(expected);
    expect(stripe.parseWebhook(JSON.stringify(body))).toEqual(expected);
    expect(stripe.parseWebhook(Buffer.from(JSON.stringify(body)))).toEqual(expected);
  });

  it.each([
    ['succeeded', 'succeeded'],
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['canceled', 'canceled'],
    ['some_new_word', 'pending'],
    [null, 'pending'],
  ])('read the status %s as %s', (status, expected) => {
    const parsed = stripe.parseWebhook(event('refund.updated', { ...refund, status }));
    expect(parsed?.refund).toMatchObject({ status: expected, providerStatus: status ?? 'unknown' });
  });

  it('say nothing of a case that they do not know', () => {
    const parsed = stripe.parseWebhook(event('refund.created', { ...refund, metadata: {} }));
    expect(parsed).not.toHaveProperty('caseId');
  });

  it('are left aside when they are about something else', () => {
    expect(stripe.parseWebhook(event('charge.refunded', { id: 'ch_1', object: 'charge' }))).toBeUndefined();
  });

  it.each([
    ['text', 'not json'],
    ['no event', {}],
    ['no refund', event('refund.updated', { id: 1 })],
  ])('are refused when they hold %s', (_what, body) => {
    expect(refusalOf(() => stripe.parseWebhook(body))).toMatchObject({ code: 'unexpected_answer' });
  });
});
