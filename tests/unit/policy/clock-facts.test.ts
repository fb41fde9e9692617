import { evaluatePolicy, parsePolicy, validatePolicy, type Condition, type PolicyInput } from '../../../lib/policy';
import type { Tracking } from '../../../lib/returns';
import { refusalOf } from '../http/refusal';
import { facts, now, policyDocument, type Story } from './facts';

/** Asked for on Saturday 10 October 2026, 11:00 in Paris. */
const asked = (story: Story, further: Partial<PolicyInput> = {}): PolicyInput => ({ ...facts(story), ...further });

/** Who decides when the condition holds: a person. */
const outcome = (when: Condition, input: PolicyInput): string =>
  evaluatePolicy(parsePolicy(policyDocument({ routing: [{ id: 'clock', when, outcome: 'review' }] })), input, now)
    .outcome;

describe('hours until the marketplace decides', () => {
  const urgent = { 'clock.hoursToRespond': { exists: true, below: 6 } } as const;
  const story = { request: { respondBy: '2026-10-12T09:00:00Z' } };

  it('are counted from the moment at which the clock is read', () => {
    expect(outcome(urgent, asked(story, { asOf: '2026-10-12T03:00:00Z' }))).toBe('approve');
    expect(outcome(urgent, asked(story, { asOf: '2026-10-12T03:00:01Z' }))).toBe('review');
  });

  it('are counted from the request where nobody says which moment it is', () => {
    expect(outcome(urgent, asked(story))).toBe('approve');
    expect(outcome({ 'clock.hoursToRespond': { is: 48 } }, asked(story))).toBe('review');
  });
});

describe('days without a scan', () => {
  const tracking: Tracking = {
    provider: 'easypost',
    carrier: 'dhl',
    trackingNumber: 'JD014',
    status: 'in_transit',
    carrierStatus: 'in_transit',
    at: '2026-10-12T08:00:00Z',
  };

  it('are those since the last scan, whole ones', () => {
    const days = (count: number): Condition => ({ 'shipment.daysWithoutScan': { is: count } });
    expect(outcome(days(6), asked({}, { tracking, asOf: '2026-10-19T07:59:59Z' }))).toBe('review');
    expect(outcome(days(7), asked({}, { tracking, asOf: '2026-10-19T08:00:00Z' }))).toBe('review');
    expect(outcome(days(0), asked({}, { tracking }))).toBe('review');
  });
});

describe('days to the statutory refund deadline', () => {
  const days = (count: number): Condition => ({ 'clock.daysToRefundDeadline': { is: count } });

  it('end with the fourteenth day, moved off a weekend: Saturday the 24th becomes Monday the 26th', () => {
    expect(outcome(days(16), asked({}))).toBe('review');
    expect(outcome(days(1), asked({}, { asOf: '2026-10-25T12:00:00Z' }))).toBe('review');
    expect(outcome(days(-4), asked({}, { asOf: '2026-10-30T12:00:00Z' }))).toBe('review');
  });

  it('move on to the day on which goods that were waited for arrived', () => {
    const story = { request: { goodsReceivedAt: '2026-11-03T09:00:00Z' } };
    expect(outcome(days(0), asked(story, { asOf: '2026-11-03T12:00:00Z' }))).toBe('review');
  });

  it('begin in the United Kingdom with the goods or the proof that they were sent', () => {
    const isKnown = { 'clock.daysToRefundDeadline': { exists: true } } as const;
    expect(outcome(isKnown, asked({ country: 'GB' }))).toBe('approve');
    const proof = { country: 'GB', request: { dispatchProofAt: '2026-10-11T09:00:00Z' } };
    expect(outcome(days(14), asked(proof, { asOf: '2026-10-11T12:00:00Z' }))).toBe('review');
  });

  it('are not known where no law sets a day', () => {
    const soon = { 'clock.daysToRefundDeadline': { exists: true, below: 3 } } as const;
    expect(outcome(soon, asked({ country: 'US', order: { currency: 'EUR' } }))).toBe('approve');
  });
});

it('the moment can stand in a test of a policy', () => {
  const report = validatePolicy({
    ...policyDocument({
      routing: [{ id: 'urgent', when: { 'clock.hoursToRespond': { exists: true, below: 6 } }, outcome: 'review' }],
    }),
    tests: [
      {
        name: 'is for a person when the time is nearly over',
        given: { asOf: '2026-10-16T05:00:00Z', request: { respondBy: '2026-10-16T09:00:00Z' } },
        expect: { outcome: 'review', rule: 'routing.urgent' },
      },
    ],
  });
  expect(report).toMatchObject({ valid: true, tests: [{ passed: true }] });
});

it('a moment that cannot be read is a typed error', () => {
  const input = asked({ request: { respondBy: '2026-10-12T09:00:00Z' } }, { asOf: 'tomorrow' });
  expect(refusalOf(() => outcome({ 'clock.hoursToRespond': { below: 6 } }, input)).code).toBe('invalid_input');
});
