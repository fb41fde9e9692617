import { atLeast } from '../at-least';
import type { Link } from '../history';
import { ramp, rampOfShare } from '../ramp';
import type { RiskSettings } from '../settings';
import { counted, type Signal } from './signal';

/**
 * Other customers at the same address or phone with claims or bad inspections. A shared address alone is nothing:
 * families, halls of residence and relay points have many customers, and their share of findings is that of everybody.
 */
export const linkedCustomers: Signal = ({ history, settings }) => {
  const { address, phone } = history.links;
  const thresholds = settings.thresholds.linkedCustomers;
  return {
    severity: Math.max(linkSeverity(address, thresholds), linkSeverity(phone, thresholds)),
    saw: {
      atAddress: address.customers,
      atAddressWithFindings: address.withFindings,
      atPhone: phone.customers,
      atPhoneWithFindings: phone.withFindings,
    },
    text: () =>
      `${counted(address.customers, 'other customer')} at this address, ${address.withFindings} of them with claims or ` +
      `bad inspections; by phone ${phone.customers}, with ${phone.withFindings}.`,
  };
};

function linkSeverity(
  { customers, withFindings }: Link,
  { customers: count, share }: RiskSettings['thresholds']['linkedCustomers'],
): number {
  return ramp(withFindings, count) * rampOfShare(atLeast(withFindings, customers - withFindings), share);
}
