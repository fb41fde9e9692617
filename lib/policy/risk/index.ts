export { caseIndex, customerHistory, type CaseIndex, type HistoryOptions, type HistorySubject } from './case-index';
export { historyChapterOf } from './history-chapter';
export {
  customerHistorySchema,
  parseCustomerHistory,
  type CustomerHistory,
  type PastOrder,
  type PastReturn,
} from './history';
export type { RiskInput } from './input';
export { linkKeysOf, type LinkKeys } from './links/link-keys';
export { riskScoreSchema, type RiskPoint, type RiskScore } from './score';
export { scoreRisk } from './score-risk';
export { defaultRiskSettings, meaningOf, riskSettingsSchema, type RiskSettings } from './settings';
export { signalNames, type SignalName } from './signal-names';
