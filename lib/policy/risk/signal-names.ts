/** What can add to a risk score. */
export const signalNames = [
  'return_rate',
  'return_count',
  'serial_returns',
  'value',
  'bracketing',
  'wardrobing',
  'not_received_claims',
  'missing_item_claims',
  'swapped_goods',
  'empty_box',
  'new_account',
  'shared_mailbox',
  'linked_customers',
] as const;
export type SignalName = (typeof signalNames)[number];
