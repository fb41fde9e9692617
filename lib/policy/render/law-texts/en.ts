/**
 * What the law grants the shopper, for the returns page. ICU messages; figures and places come from the law packs.
 * `{period}` is a number of days, months or years as it stands after "within".
 */
export const en = {
  heading: 'Your rights by law',
  heading_in: 'Your rights by law: {country}',
  intro: 'If you buy as a consumer, these rights are yours whatever else this page says.',
  unknown: 'The law of {country} is not set out here. This page takes away none of the rights that it gives you.',
  within_days: '{count, plural, one {# day} other {# days}}',
  within_business_days: '{count, plural, one {# business day} other {# business days}}',
  within_months: '{count, plural, one {# month} other {# months}}',
  within_years: '{count, plural, one {# year} other {# years}}',

  withdrawal_heading: 'Withdrawal',
  withdrawal: 'You can withdraw from what you bought at a distance within {period}, without giving a reason.',
  withdrawal_away:
    'What you bought at your home or elsewhere outside a shop for {amount} or more can be cancelled within {period}.',
  from_delivery:
    'The period begins on the day after you receive the last item of your order, for regular deliveries the first.',
  from_contract: 'The period begins on the day after the purchase.',
  rolls: 'If the last day is a Saturday, a Sunday or a public holiday, the period ends on the next working day.',
  sent_in_time: 'You are in time if you send your statement before the period ends.',
  missing_information: 'If we did not tell you of this right, you can still withdraw in the {period} that follow.',
  no_waiver: 'No term takes this right away, such as “final sale” or “original packaging only”.',
  exceptions: 'There is no right of withdrawal for:',
  send_back: 'Please send the goods back within {period} of your statement.',
  return_cost: 'You bear the direct cost of sending back only if we told you so before your order.',
  no_other_charge: 'A withdrawal costs you nothing else: no restocking or handling fee.',
  refund_informed:
    'We pay back within {period} of learning of your withdrawal. We may wait until we have the goods or you have shown that you sent them.',
  refund_goods_or_proof:
    'We pay back within {period} of receiving the goods or your proof that you sent them, whichever comes first.',
  same_means: 'We pay back the way you paid, unless you expressly agree to another.',
  outbound_delivery:
    'If you withdraw from the whole order, we also pay back its delivery, up to the price of the cheapest standard delivery that we offered.',
  deduction:
    'If goods lost value because they were handled more than needed to see what they are and whether they work, we may deduct the loss, provided that we told you of your right.',
  late_withdrawal: 'If we pay back late after a withdrawal, you are owed more: {steps}.',
  late_undelivered:
    'If the contract ended because nothing was delivered and we pay back late, you are owed more: {steps}.',
  step_break: '; ',
  step_legal_rate: 'up to {count, plural, one {# day} other {# days}} late, interest at the legal rate',
  step_until: 'up to {count, plural, one {# day} other {# days}} late, {percent}',
  step_last: 'later, {percent}',
  step_growing: 'later, {percent} and {points} more for each further month, up to the price of the goods',

  guarantee_heading: 'Legal guarantee',
  guarantee: 'We answer for goods that are faulty or not as agreed, if that shows within {period} of delivery.',
  presumed: 'A fault that shows within {period} of delivery is taken to have been there from the start.',
  presumed_used: 'For used or refurbished goods that time is {period}.',
  guarantee_used: 'For used or refurbished goods the guarantee lasts {period}.',
  agreed_used: 'For used goods a shorter guarantee may be agreed, of at least {period}.',
  remedies: 'First you can ask for a repair or a replacement, after that for a lower price or your money back.',
  guarantee_cost: 'This costs you nothing, the way back included.',
  repair_once: 'If goods are repaired under the guarantee, it lasts {period} longer, once.',
  repair_every: 'If goods are repaired under the guarantee, it lasts {period} longer, after every repair.',
  guarantee_refund_agreed:
    'Money owed to you for such goods is paid back within {period} of our agreeing that it is owed.',
  guarantee_refund_goods_or_proof:
    'Money owed to you for such goods is paid back within {period} of our receiving the goods or your proof that you sent them.',
  short_term_reject: 'Within {period} of delivery you can reject such goods and get the whole price back.',

  undisclosed_heading: 'If this policy was not shown to you',
  undisclosed:
    'If we did not show you our returns policy before you bought, you can return unused and undamaged goods within {period} of the purchase.',
  undisclosed_in_store:
    'If you bought in a shop that did not display its returns policy, you can return unused and undamaged goods within {period} of the purchase.',
  marketplace_heading: 'Orders from {channel}',
  marketplace: 'Besides, you can return goods for any reason within {period} of delivery.',
  marketplace_defects:
    'Besides, goods that arrive damaged or are defective can be returned within {period} of delivery.',
  withdraw_here: 'withdraw from contract here',
} as const;
