export { evaluatePolicy, type EvaluateOptions } from './evaluate-policy';
export {
  exclusionGrounds,
  parsePolicy,
  policyHash,
  policyJsonSchema,
  policySchema,
  readPolicyText,
  writePolicyYaml,
  type Amount,
  type Condition,
  type Policy,
  type PolicyDocument,
} from './document';
export { decisionOf } from './engine/decision';
export { explainDecision, traceInWords, type Explanation } from './explain';
export { judge, type Judgement } from './engine/judge';
export { factNames, factOf, type FactName, type PolicyInput } from './facts';
export { policyInForce } from './policy-in-force';
export { policyPreset, presetDocument } from './presets';
export { presetNames, type PresetName } from './presets/names';
export { runPolicyTest, validatePolicy, type PolicyReport, type TestReport } from './validate-policy';
export { documentToForm, formToDocument, type PolicyForm } from './form';
export {
  changeKinds,
  diffPolicies,
  lintIds,
  lintPolicy,
  type ChangeKind,
  type LintFinding,
  type LintId,
  type LintOptions,
  type PolicyChange,
  type PolicyDiff,
  type Severity,
} from './compare';
export {
  createReplay,
  replayCaseOf,
  renderReplayReport,
  replayPolicy,
  type RenderReplayOptions,
  type Replay,
  type ReplayCase,
  type ReplayExample,
  type ReplayGroup,
  type ReplayMoney,
  type ReplayOptions,
  type ReplayReport,
} from './replay';
