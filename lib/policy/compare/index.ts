export { changeKinds, type ChangeKind, type PolicyChange, type PolicyDiff } from './diff/change';
export { diffPolicies } from './diff/diff-policies';
export { lintIds, type LintFinding, type LintId, type Severity } from './lint/finding';
export { lintPolicy } from './lint/lint-policy';
export type { LintOptions } from './lint/context';
