import { rightsOf, type Rights, type Statement } from '../../../../lib/policy/law/index';
import { lawPacks } from '../../../../lib/policy/law/packs';
import { marketplaceRules } from '../../../../lib/policy/law/packs/marketplaces';
import { vectors } from './vectors';

/** Every rule that an answer names. */
function named(rights: Rights): string[] {
  const ofLines = rights.lines.flatMap((line) => [
    line.withdrawal,
    line.guarantee,
    line.shortTermReject,
    line.undisclosedPolicy,
    line.marketplace,
    line.deduction,
  ]);
  const parts: readonly ({ readonly statements: readonly Statement[] } | undefined)[] = [
    ...ofLines,
    rights.outbound,
    rights.withdrawalRefund,
    rights.guaranteeRefund,
    rights.sendBack,
    rights.creditNeedsConsent,
    rights.feeForbidden,
    rights.noWaiver,
    { statements: rights.duties },
    { statements: rights.lateSurcharges.map(({ statement }) => statement) },
  ];
  return parts.flatMap((part) => part?.statements ?? []).map(({ ruleId }) => ruleId);
}

describe('cases of law', () => {
  it.each(vectors.map((vector) => [vector.title, vector] as const))(
    '%s',
    (_title, { facts, expected, rules, without = [] }) => {
      const rights = rightsOf(facts);
      expect(rights).toMatchObject(expected);
      expect(named(rights)).toEqual(expect.arrayContaining([...rules]));
      for (const path of without) expect(rights).not.toHaveProperty(path, expect.anything());
    },
  );

  it('test every rule of every pack', () => {
    const tested = new Set(vectors.flatMap(({ rules }) => rules));
    const all = [...lawPacks.flatMap(({ rules }) => rules), ...marketplaceRules].map(({ ruleId }) => ruleId);
    expect(all.filter((ruleId) => !tested.has(ruleId))).toEqual([]);
  });

  it('have titles of their own', () => {
    const titles = vectors.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
