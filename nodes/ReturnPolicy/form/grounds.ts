import type { ExclusionGround } from '../../../lib/policy/document/exclusions';

/** Why goods are not taken back, as the menu of the form has it. */
export const grounds = [
  { name: 'Alcohol With a Price Agreed Long Before', value: 'alcohol' },
  { name: 'Clearance', value: 'clearance' },
  { name: 'Commercial (Final Sale)', value: 'commercial' },
  { name: 'Dated Leisure', value: 'dated_leisure' },
  { name: 'Digital Content', value: 'digital' },
  { name: 'Gift Card', value: 'gift_card' },
  { name: 'Hygiene Goods, Unsealed', value: 'hygiene_unsealed' },
  { name: 'Mixed With Other Goods', value: 'mixed' },
  { name: 'Perishable', value: 'perishable' },
  { name: 'Personalised', value: 'personalised' },
  { name: 'Press', value: 'press' },
  { name: 'Price Depends on the Market', value: 'price_fluctuates' },
  { name: 'Public Auction', value: 'auction' },
  { name: 'Sealed Media, Unsealed', value: 'sealed_media_unsealed' },
  { name: 'Urgent Repair', value: 'urgent_repair' },
] as const satisfies readonly { name: string; value: ExclusionGround }[];
