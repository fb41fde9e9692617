import { equalMoney, type Decision } from '../../returns';
import type { ChangedAspect } from './report';

/** In what two decisions of one case differ; empty when the shopper would have been told the same. */
export function aspectsOf(before: Decision, after: Decision): readonly ChangedAspect[] {
  const aspects: ChangedAspect[] = [];
  if (before.outcome !== after.outcome) aspects.push('outcome');
  if (!equalMoney(before.refundable, after.refundable)) aspects.push('refundable');
  if (!equalMoney(before.fee, after.fee)) aspects.push('fee');
  // What is refused is offered nothing, and an old decision may not say what was offered.
  if (after.outcome === 'reject' || before.outcome === 'reject') return aspects;
  if ((before.keepItem?.keep ?? false) !== (after.keepItem?.keep ?? false)) aspects.push('keepItem');
  const withBonus = !aspects.includes('refundable');
  if (isOther(before.resolutions, after.resolutions, resolutionOf(withBonus))) aspects.push('resolutions');
  if (isOther(before.methods, after.methods, methodOf)) aspects.push('methods');
  return aspects;
}

type Offer = NonNullable<Decision['resolutions']>[number];
type Way = NonNullable<Decision['methods']>[number];

/** What is offered, without the amount, which `refundable` tells; a bonus in percent goes with it. */
const resolutionOf =
  (withBonus: boolean) =>
  ({ resolution, exchange, paidAt, bonus }: Offer): unknown => [resolution, exchange, paidAt, withBonus && bonus];

const methodOf = ({ method, carrier, service }: Way): unknown => [method, carrier, service];

const isOther = <T>(
  before: readonly T[] | undefined,
  after: readonly T[] | undefined,
  told: (offer: T) => unknown,
): boolean =>
  before !== undefined && after !== undefined && JSON.stringify(before.map(told)) !== JSON.stringify(after.map(told));
