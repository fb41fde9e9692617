import { ReturnsError } from '../returns';
import type { Policy } from './document';
import { instantOf } from './facts';
import { parseDay } from './calendar/day';
import { zoneOf } from './calendar/zone';

/**
 * The version of a policy that holds for a contract: of those in force on its day, the one that came last. A version
 * without `effectiveFrom` holds from the beginning; of two with one day, the later in the list.
 * @param contractAt when the order was placed, ISO 8601: what was promised then holds, whatever is written since; now,
 *   where there is no order
 * @throws ReturnsError `not_found` when none was in force yet, `invalid_input` when the time cannot be read
 */
export function policyInForce(versions: readonly Policy[], contractAt: string): Policy {
  const at = instantOf(contractAt, 'order.placedAt');
  let found: Policy | undefined;
  let foundFrom = -Infinity;
  for (const policy of versions) {
    const from = startOf(policy);
    if (from > zoneOf(policy.timeZone).dayOf(at) || from < foundFrom) continue;
    found = policy;
    foundFrom = from;
  }
  if (found !== undefined) return found;
  throw new ReturnsError('not_found', `No version of the policy was in force on ${contractAt.slice(0, 10)}`, {
    description: 'Add the version that held then, or leave `effectiveFrom` out of the oldest one.',
    context: { versions: versions.map(({ version, effectiveFrom }) => `${version} from ${effectiveFrom ?? 'always'}`) },
  });
}

const startOf = ({ effectiveFrom }: Policy): number =>
  effectiveFrom === undefined ? -Infinity : (parseDay(effectiveFrom) ?? -Infinity);
