import { createRequire } from 'node:module';
import { loadedModule } from '../../lib/returns';

type Policies = typeof import('../../lib/policy');
type Rendering = typeof import('../../lib/policy/render');
type Comparing = typeof import('../../lib/policy/compare');
type Replaying = typeof import('../../lib/policy/replay');
type RiskScoring = typeof import('../../lib/policy/risk');

/** On first use: the engine and the law packs are the largest part of this package. */
const load = createRequire(__filename);

export const loadPolicies = (): Policies => loadedModule(load('../../lib/policy'), 'evaluatePolicy');
/** The policy as a page for shoppers. */
export const loadRendering = (): Rendering => loadedModule(load('../../lib/policy/render'), 'renderPolicy');
export const loadRiskScoring = (): RiskScoring => loadedModule(load('../../lib/policy/risk'), 'scoreRisk');
export const loadComparing = (): Comparing => loadedModule(load('../../lib/policy/compare'), 'diffPolicies');
export const loadReplaying = (): Replaying => loadedModule(load('../../lib/policy/replay'), 'createReplay');
