import type { SignalName } from '../signal-names';
import { bracketing } from './bracketing';
import { emptyBox } from './empty-box';
import { linkedCustomers } from './linked-customers';
import { missingItemClaims } from './missing-item-claims';
import { newAccount } from './new-account';
import { notReceivedClaims } from './not-received-claims';
import { returnCount } from './return-count';
import { returnRate } from './return-rate';
import { serialReturns } from './serial-returns';
import { sharedMailbox } from './shared-mailbox';
import type { Signal } from './signal';
import { swappedGoods } from './swapped-goods';
import { value } from './value';
import { wardrobing } from './wardrobing';

/** A new signal is a file, a line here, its name, its weight and its thresholds. */
export const signals: Readonly<Record<SignalName, Signal>> = {
  return_rate: returnRate,
  return_count: returnCount,
  serial_returns: serialReturns,
  value,
  bracketing,
  wardrobing,
  not_received_claims: notReceivedClaims,
  missing_item_claims: missingItemClaims,
  swapped_goods: swappedGoods,
  empty_box: emptyBox,
  new_account: newAccount,
  shared_mailbox: sharedMailbox,
  linked_customers: linkedCustomers,
};
