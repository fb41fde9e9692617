import type { LegalFacts, LegalLine } from './facts';
import type { Law } from './law-at';
import type { Deduction } from './rights';
import { nothing } from './standing';

/**
 * Whether a refund on withdrawal may be cut for handling beyond what a shop would allow: only with evidence, and only
 * where the shopper was told of the right. Source: directive 2011/83/EU art. 14(2).
 */
export function deductionOf(
  law: Law,
  { withdrawalInfoGivenAt }: LegalFacts,
  { deductionEvidence = [] }: LegalLine,
): Deduction {
  if (law.deduction === undefined) return noDeduction;
  const statements = law.deduction.saying;
  if (withdrawalInfoGivenAt === null) return { allowed: false, needs: nothing, statements };
  if (deductionEvidence.length > 0) {
    const needs = withdrawalInfoGivenAt === undefined ? infoWanted : nothing;
    return { allowed: needs.length === 0, needs, statements };
  }
  return { allowed: false, needs: withdrawalInfoGivenAt === undefined ? bothWanted : evidenceWanted, statements };
}

const noDeduction: Deduction = { allowed: false, needs: nothing, statements: nothing };
const evidenceWanted = ['line.deductionEvidence'] as const;
const infoWanted = ['withdrawalInfoGivenAt'] as const;
const bothWanted = [...evidenceWanted, ...infoWanted];
