import type { Policy } from '../../document/policy-schema';
import type { PolicyChange, PolicyDiff } from './change';
import { casePart, routingPart } from './parts/routing';
import { exclusionPart, itemConditionPart } from './parts/refusals';
import { extensionPart, windowPart } from './parts/windows';
import { feePart, keepItemPart } from './parts/fees';
import { methodPart, resolutionPart } from './parts/offers';
import { rulesDiff } from './rules';
import {
  disclosurePlaces,
  feePlaces,
  headPlaces,
  placesDiff,
  refundPlaces,
  riskDiff,
  seasonsDiff,
  testsDiff,
  togetherPlaces,
  windowPlaces,
} from './settings';

/** The parts in the order of the document. */
const parts: readonly ((before: Policy, after: Policy) => PolicyChange[])[] = [
  placesDiff(headPlaces),
  seasonsDiff,
  placesDiff(disclosurePlaces),
  placesDiff(windowPlaces),
  rulesDiff(windowPart),
  rulesDiff(extensionPart),
  rulesDiff(exclusionPart),
  rulesDiff(itemConditionPart),
  rulesDiff(feePart),
  placesDiff(feePlaces),
  rulesDiff(resolutionPart),
  rulesDiff(methodPart),
  rulesDiff(casePart),
  placesDiff(togetherPlaces),
  rulesDiff(routingPart),
  rulesDiff(keepItemPart),
  placesDiff(refundPlaces),
  riskDiff,
  testsDiff,
];

/**
 * What is different between two versions of a policy, in sentences, in the order of the document. Rules are matched by
 * their ids, and those that only changed their id by what they say; that a rule moved is told where its place makes a
 * difference. Defaults that one version writes out and the other leaves out are no difference.
 */
export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  return before === after ? [] : parts.flatMap((part) => part(before, after));
}
