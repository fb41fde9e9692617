/** What a shopper is told of a decision. ICU messages: `{date}` is the last day of the return period. */
export const en = {
  approved: 'You asked in time: the return period ends on {date}.',
  approved_any_time: 'This item can be sent back.',
  approved_grace: 'The return period ended on {date}, and we accept your request all the same.',
  approved_keep:
    'You do not need to send anything back: please keep {count, plural, one {the item} other {the items}}.',
  approved_part:
    '{approved, plural, one {One of the items} other {# of the items}} can be sent back; {refused, plural, one {one} other {#}} cannot.',
  window_ended: 'The return period ended on {date}.',
  excluded_commercial: 'The terms under which this item was sold do not allow a return.',
  excluded_clearance: 'This item was sold in a clearance sale whose terms do not allow a return.',
  excluded_gift_card: 'Gift cards cannot be returned.',
  excluded_price_fluctuates:
    'The price of this item follows a market and changes from day to day, so it cannot be returned.',
  excluded_personalised: 'This item was made for you, so it cannot be returned.',
  excluded_perishable: 'This item spoils quickly, so it cannot be returned.',
  excluded_hygiene_unsealed: 'For reasons of hygiene, this item cannot be returned once its seal is broken.',
  excluded_mixed: 'This item has been mixed with others and can no longer be separated from them.',
  excluded_alcohol: 'This drink was sold at a price agreed in advance, so it cannot be returned.',
  excluded_urgent_repair: 'This item was ordered for an urgent repair, so it cannot be returned.',
  excluded_sealed_media_unsealed: 'Recordings and software cannot be returned once their seal is broken.',
  excluded_press: 'Newspapers and magazines cannot be returned.',
  excluded_auction: 'This item was bought at a public auction, so it cannot be returned.',
  excluded_dated_leisure: 'This booking is for a fixed date, so it cannot be returned.',
  excluded_digital: 'This item is digital and was made available to you, so it cannot be returned.',
  refused_unused: 'Items like this one can only be returned unused.',
  refused_tags_on: 'Items like this one can only be returned with their tags still on.',
  refused_original_packaging: 'Items like this one can only be returned in their original packaging.',
  refused_seal_intact: 'Items like this one can only be returned with their seal unbroken.',
  refused_complete: 'Items like this one can only be returned complete.',
  refused_together: 'Some of what belongs to this item is missing from your request: it has to come back together.',
  refused: 'Your request does not meet the conditions of our returns policy.',
  needs_shopper: 'Before we can answer, we need a little more information from you.',
  needs_shop: 'We are checking something on our side before we answer. You do not need to do anything.',
  review: 'A member of our team is looking at your request.',
  review_guarantee:
    'A member of our team is looking at your request: the legal guarantee covers goods that are faulty or not as described.',
  review_mixed:
    'A member of our team is looking at your request, because some of the items can be returned and others cannot.',
} as const;
