import { evaluatePolicy, parsePolicy, readPolicyText } from '../../../lib/policy';
import { isReturnsError } from '../../../lib/returns';
import { eur, facts, now, policyDocument, type Story } from './facts';

const policy = parsePolicy(policyDocument());

async function errorOf(act: () => unknown): Promise<{ message: string; description: string }> {
  try {
    await act();
  } catch (error) {
    if (isReturnsError(error) && error.code === 'invalid_input') {
      return { message: error.message, description: error.description };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** So that it is the line which is found fault with. */
const total = eur(5000);

const manyLines = (count: number): Story => ({ lines: Array.from({ length: count }, () => ({})) });

describe('an order or request that cannot be', () => {
  it.each<[string, Story, string, string]>([
    ['a negative price', { lines: [{ line: { paid: eur(-1) } }] }, 'paid -1', 'whole amounts of 0 or more'],
    [
      'a price with a fraction',
      { order: { total }, lines: [{ line: { paid: eur(49.9) } }] },
      'paid 49.9',
      'minor units',
    ],
    [
      'a price that is no number',
      { order: { total }, lines: [{ line: { paid: eur(Number.NaN) } }] },
      'paid NaN',
      'minor units',
    ],
    ['a negative tax', { lines: [{ line: { tax: eur(-5) } }] }, 'a tax of -5', '0 or more'],
    ['a negative delivery charge', { order: { shipping: eur(-490) } }, 'order.shipping', 'minor units'],
    ['a negative total', { order: { total: eur(-1) } }, 'order.total', 'minor units'],
    [
      'prices whose sum is beyond counting',
      { order: { total }, lines: [1, 2].map(() => ({ line: { paid: eur(Number.MAX_SAFE_INTEGER) } })) },
      'too large',
      'smallest unit',
    ],
    ['no unit', { lines: [{ asked: { quantity: 0 } }] }, 'a quantity of 0', 'one unit or more'],
    ['half a unit', { lines: [{ asked: { quantity: 0.5 } }] }, 'a quantity of 0.5', 'one unit or more'],
    ['more units than were sold', { lines: [{ asked: { quantity: 2 } }] }, '1 were sold', 'no more units'],
    ['a line that the order lacks', { lines: [{ asked: { orderLineId: 'x' } }] }, 'no line x', 'line-1'],
    ['delivery before the order', { order: { deliveredAt: '2026-09-01T10:00:00Z' } }, 'delivered before', 'placedAt'],
    ['dispatch before the order', { order: { fulfilledAt: '2026-09-01T10:00:00Z' } }, 'sent before', 'placedAt'],
    ['a request before the order', { requestedAt: '2026-09-01T10:00:00Z' }, 'asked for before', 'placedAt'],
    ['an unknown currency', { order: { currency: 'ZZZ' } }, 'currency that does not exist', 'ISO 4217'],
    ['a currency in small letters', { order: { currency: 'eur' } }, 'currency that does not exist', 'EUR'],
    [
      'lines in another currency than the order',
      { lines: [{ line: { paid: { amount: 1, currency: 'USD' } } }] },
      'in USD, the order in EUR',
      'Nothing is converted',
    ],
    ['an unknown country', { country: 'XX' }, 'country that does not exist', 'ISO 3166-1'],
    ['the year 9999', { requestedAt: '9999-12-31T00:00:00Z' }, 'request.requestedAt', 'between 1990 and 2199'],
    ['an order of the year 9999', { order: { placedAt: '9999-01-01T00:00:00Z' } }, 'order.placedAt', 'ISO 8601'],
    ['a delivery in the year 1', { order: { deliveredAt: '0001-01-01T00:00:00Z' } }, 'order.deliveredAt', 'ISO 8601'],
    ['10,000 lines', manyLines(10_000), '10000 lines', 'at most 5000'],
  ])('%s is refused with what to do', async (_, story, message, description) => {
    const error = await errorOf(() => evaluatePolicy(policy, facts(story), now));
    expect(error.message).toContain(message);
    expect(error.description).toContain(description);
  });

  it('as many lines as there may be are decided', () => {
    expect(evaluatePolicy(policy, facts(manyLines(500)), now, { trace: 'none' }).outcome).toBe('approve');
  });
});

describe('a policy of 5 MB', () => {
  const exclusions = Array.from({ length: 5000 }, (_, index) => ({
    id: `rule-${index}`,
    when: { 'line.sku': `${'x'.repeat(1000)}${index}` },
  }));
  const document = policyDocument({ exclusions });

  it.each<[string, () => unknown]>([
    ['as a value', () => parsePolicy(document)],
    ['as JSON', () => readPolicyText(JSON.stringify(document))],
    ['as YAML', () => readPolicyText(`name: ${'x'.repeat(5_000_000)}`)],
  ])('%s is refused before it is read, with what to do', async (_, read) => {
    const error = await errorOf(read);
    expect(error.message).toContain('too large');
    expect(error.description).toContain('Ask for a tag or a category');
  });

  it('of many small rules is read and compiled', () => {
    const rules = Array.from({ length: 5000 }, (_, index) => ({
      id: `rule-${index}`,
      when: { 'line.sku': `sku-${index}` },
    }));
    const large = parsePolicy(policyDocument({ exclusions: rules }));
    const sold = facts({ requestedAt: '2026-10-30T09:00:00Z', lines: [{ line: { sku: 'SKU-4999' } }] });
    expect(evaluatePolicy(large, sold, now, { trace: 'held' })).toMatchObject({
      outcome: 'reject',
      rule: 'exclusion.rule-4999',
    });
  });
});
