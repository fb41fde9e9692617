import { evaluatePolicy, parsePolicy, type PolicyDocument } from '../../../lib/policy';
import { eur, facts, now, policyDocument, type Story } from './facts';

const sendBy = (story: Story, change: Partial<PolicyDocument> = {}): string | undefined =>
  evaluatePolicy(parsePolicy(policyDocument(change)), facts(story), now).sendBy;

/** The law lifts it to the time to withdraw, which for the shirt of these stories ends on 15 October 2026. */
const short = { windows: { default: { days: 7 } } };
const sunday = '2026-10-11T09:00:00Z';

describe('the day by which the goods are to be sent', () => {
  it('is the last one of the window, where that is later than what the law gives', () => {
    expect(sendBy({})).toBe('2026-10-31T22:59:59.999Z');
  });

  it.each([
    ['FR', 'which moves from a Sunday to the Monday', '2026-10-26T22:59:59.999Z'],
    ['DE', 'which moves from a Sunday to the Monday', '2026-10-26T22:59:59.999Z'],
    ['GB', 'which stays on the Sunday', '2026-10-25T22:59:59.999Z'],
  ])('is else the fourteenth after the request, by the law of %s, %s', (country, _, day) => {
    expect(sendBy({ requestedAt: sunday, country }, short)).toBe(day);
  });

  it.each([
    ['where no law says how long', { country: 'US' }],
    ['for faulty goods, which the law of withdrawal is not about', { lines: [{ asked: { reason: 'defective' } }] }],
  ] satisfies [string, Story][])('is the fourteenth after the request %s', (_, story) => {
    expect(sendBy({ requestedAt: '2026-10-31T09:00:00Z', ...story })).toBe('2026-11-14T22:59:59.999Z');
  });

  it('is none for a return that is refused, or whose goods the shopper keeps', () => {
    expect(sendBy({ requestedAt: '2026-11-20T09:00:00Z' })).toBeUndefined();
    expect(sendBy({}, { keepItem: [{ id: 'cheap', label: eur(6000) }] })).toBeUndefined();
  });
});
