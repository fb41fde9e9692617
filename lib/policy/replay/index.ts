export { createReplay, type Replay, type ReplayOptions } from './create-replay';
export { replayCaseOf, type ReplayCase } from './replay-case';
export { replayPolicy } from './replay-policy';
export {
  changedAspects,
  unjudgedReasons,
  type BeforeAfter,
  type ChangedAspect,
  type ReplayExample,
  type ReplayGroup,
  type ReplayMoney,
  type ReplayPolicy,
  type ReplayReport,
  type ReplaySide,
  type UnjudgedReason,
} from './report';
export { renderReplayReport, type RenderReplayOptions } from './render-replay-report';
