import type { Policy } from '../../document/policy-schema';
import { findContradictions } from './checks/conditions';
import { findCurrencies } from './checks/currencies';
import { findWithoutEffect } from './checks/effects';
import { findExcluded } from './checks/exclusions';
import { findGaps } from './checks/gaps';
import { findOverruled } from './checks/law';
import { findConflicts } from './checks/routing';
import { findRedundant } from './checks/redundant';
import { findUntested } from './checks/tests';
import { findUnreachable } from './checks/unreachable';
import { contextOf, type LintContext, type LintOptions } from './context';
import type { LintFinding, Severity } from './finding';

const checks: readonly ((context: LintContext) => LintFinding[])[] = [
  findContradictions,
  findUnreachable,
  findConflicts,
  findRedundant,
  findExcluded,
  findWithoutEffect,
  findGaps,
  findCurrencies,
  findOverruled,
  findUntested,
];

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/**
 * What is probably wrong with a policy that can be read: rules that nothing reaches, contradictions, gaps, amounts
 * without a currency, what the law always overrules, missing tests. The gravest come first. A rule is only said to be
 * out of reach where that is proved; what cannot be decided is passed over.
 */
export function lintPolicy(policy: Policy, options: LintOptions = {}): readonly LintFinding[] {
  const context = contextOf(policy, options);
  const findings = checks.flatMap((check) => check(context));
  const broken = new Set(findings.filter(({ id }) => id === 'never_holds').map(({ rule }) => rule));
  // Of a rule that never holds, nothing else is worth saying.
  return findings
    .filter(({ id, rule }) => id === 'never_holds' || rule === undefined || !broken.has(rule))
    .sort((one, other) => gravity[one.severity] - gravity[other.severity]);
}
