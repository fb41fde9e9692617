import { evaluatePolicy, parsePolicy, renderReplayReport, replayPolicy, type ReplayCase } from '../../../../lib/policy';
import { eur, facts, now, policyDocument } from '../facts';

const current = parsePolicy(policyDocument());
const draft = parsePolicy(
  policyDocument({
    name: '<script>alert(1)</script>',
    windows: { default: { days: 30 }, rules: [{ id: 'shirts', when: { 'line.category': 'shirts' }, days: 60 }] },
    disclosures: { returnFee: true, withdrawalRight: true },
    fees: { rules: [{ id: 'flat', amount: eur(300) }] },
  }),
);
const cases: ReplayCase[] = [
  { ...facts({ requestedAt: '2026-11-15T09:00:00Z' }), id: 'RMA-1' },
  { ...facts(), id: 'RMA-2' },
  { request: facts().request },
];
const report = replayPolicy({ current, draft, now, cases });
const page = renderReplayReport(report);

describe('the page of a replay', () => {
  it('says in words what it comes to', () => {
    expect(page).toContain('The draft decides 2 of 2 requests differently (100%).');
    expect(page).toContain('1 request was refused and would be approved.');
    expect(page).toContain('Shoppers would get back €43.90 more.');
    expect(page).toContain('The shop would keep €6.00 more in fees.');
  });

  it('shows rules, money, examples and what was not judged', () => {
    expect(page).toContain('Shirts can be sent back within 60 days from delivery of the item.');
    expect(page).toContain('<code>window.shirts</code>');
    expect(page).toContain(
      'RMA-1, 15 November 2026 to France: SHIRT-M, Shirts (too small). Paid back €46.90 instead of €0.00',
    );
    expect(page).toContain('The order is not known');
  });

  it('has no scripts, fetches nothing and escapes what policies say', () => {
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
    expect(page).toContain('&lt;script&gt;');
  });

  it('names nobody', () => {
    expect(page).not.toMatch(/Ana|Lima|rue Haute|69001|Lyon/);
    expect(JSON.stringify(report)).not.toMatch(/Ana|Lima|rue Haute|69001|Lyon/);
  });

  it('says so when nothing changes or nothing was judged', () => {
    const same = replayPolicy({ current, draft: current, now, cases: [facts()] });
    expect(renderReplayReport(same)).toContain('The draft decides the one request as before.');
    expect(renderReplayReport(replayPolicy({ draft, now, cases: [] }))).toContain(
      'None of the past requests could be judged.',
    );
    const decision = evaluatePolicy(current, facts(), now);
    expect(renderReplayReport(replayPolicy({ draft, now, cases: [{ ...facts(), decision }] }))).toContain(
      'compared with the decision that was made then',
    );
  });
});
