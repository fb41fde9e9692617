import { presetNames, validatePolicy } from '../../../lib/policy';
import { presetDocument } from '../../../lib/policy/presets';

describe.each(presetNames)('the policy %s', (name) => {
  const report = validatePolicy(presetDocument(name));

  it('can be read', () => {
    expect(report.faults).toEqual([]);
  });

  it('gives the decisions that its own tests want', () => {
    expect(report.tests.length).toBeGreaterThanOrEqual(3);
    expect(report.tests.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.valid).toBe(true);
  });
});
