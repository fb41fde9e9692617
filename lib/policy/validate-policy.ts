import { equalMoney, isReturnsError, type Decision, type Money } from '../returns';
import { parsePolicy, type Policy } from './document';
import type { PolicyTest } from './document/policy-tests';
import { testCase } from './document/test-case';
import { evaluatePolicy } from './evaluate-policy';
import { currencyOf } from './document/currency-of';

/** What became of one of the policy's own tests. */
export interface TestReport {
  readonly name: string;
  readonly passed: boolean;
  /** `outcome: expected reject, got approve`. */
  readonly differences: readonly string[];
}

export interface PolicyReport {
  /** The document can be read, and gives the decisions that its tests want. */
  readonly valid: boolean;
  readonly faults: readonly string[];
  readonly tests: readonly TestReport[];
  /** Absent when it cannot be read. */
  readonly policy?: Policy;
}

/** The evaluation writes this time; nothing is compared with it. */
const EVALUATED_AT = new Date('2026-01-01T00:00:00Z');

/** Reads a policy document and runs the tests that it carries. Never throws for anything that the document says. */
export function validatePolicy(value: unknown): PolicyReport {
  try {
    const policy = parsePolicy(value);
    const tests = policy.tests.map((test) => runPolicyTest(policy, test));
    return { valid: tests.every(({ passed }) => passed), faults: [], tests, policy };
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    const { faults } = error.context;
    return { valid: false, faults: isTexts(faults) ? faults : [error.message], tests: [] };
  }
}

/** Runs one of the policy's tests. A case that cannot be decided fails with the reason. */
export function runPolicyTest(policy: Policy, { name, given, expect }: PolicyTest): TestReport {
  try {
    const input = testCase(given, currencyOf(policy));
    const decision = evaluatePolicy(policy, input, EVALUATED_AT, { trace: 'none' });
    const differences = differencesOf(decision, expect);
    return { name, passed: differences.length === 0, differences };
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    return { name, passed: false, differences: [error.message] };
  }
}

function differencesOf(decision: Decision, expect: PolicyTest['expect']): string[] {
  const compared: [name: string, expected: unknown, got: unknown][] = [
    ['outcome', expect.outcome, decision.outcome],
    ['rule', expect.rule, decision.rule],
    ['windowEndsAt', instant(expect.windowEndsAt), instant(decision.windowEndsAt)],
    ['fee', expect.fee, decision.fee],
    ['refundable', expect.refundable, decision.refundable],
    ['outboundDelivery', expect.outboundDelivery, decision.parts?.outboundDelivery],
    ['keepItem', expect.keepItem, decision.keepItem?.keep ?? false],
    ['lane', expect.lane, decision.lane],
    ['missing', expect.missing, decision.missing ?? []],
    ['resolutions', expect.resolutions, decision.resolutions?.map(({ resolution }) => resolution) ?? []],
    ['methods', expect.methods, decision.methods?.map(({ method }) => method) ?? []],
    ...(expect.lines ?? []).flatMap((line, index): [string, unknown, unknown][] => [
      [`lines[${index}].outcome`, line.outcome, decision.lines[index]?.outcome],
      [`lines[${index}].rule`, line.rule, decision.lines[index]?.rule],
    ]),
  ];
  return compared.flatMap(([name, expected, got]) =>
    expected === undefined || isSame(expected, got) ? [] : [`${name}: expected ${show(expected)}, got ${show(got)}`],
  );
}

const instant = (iso: string | undefined): string | undefined =>
  iso === undefined ? undefined : new Date(iso).toISOString();

function isSame(expected: unknown, got: unknown): boolean {
  if (isMoney(expected)) return isMoney(got) && equalMoney(expected, got);
  return JSON.stringify(expected) === JSON.stringify(got);
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value;

function show(value: unknown): string {
  if (isMoney(value)) return `${value.amount} ${value.currency}`;
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
