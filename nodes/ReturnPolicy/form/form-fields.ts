import type { INodeProperties } from 'n8n-workflow';
import {
  itemStates,
  offeredResolutions,
  paymentEvents,
  resolutions,
  returnMethods,
  returnReasons,
} from '../../../lib/returns';
import { titleOptions } from '../../shared/fields';
import { disclosureNames, exchangeScopes, windowStarts, windowUnits } from './form-parameters';
import { grounds } from './grounds';

/** A list of texts, one per row of the editor. */
const words = (name: string, displayName: string, description?: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  typeOptions: { multipleValues: true, multipleValueButtonText: 'Add' },
  default: [],
  ...(description !== undefined && { description }),
});

const asUsual = { name: 'As Usual', value: '' };

const windowRows: INodeProperties[] = [
  { displayName: 'Category', name: 'category', type: 'string', default: '' },
  { displayName: 'Days', name: 'days', type: 'number', typeOptions: { minValue: 0 }, default: 30 },
  words('furtherCategories', 'Further Categories', 'Categories with the same number of days'),
  {
    displayName: 'Rule ID',
    name: 'id',
    type: 'string',
    default: '',
    description: 'How the trace of a decision names this rule. Empty: the categories.',
  },
];

const extensionRows: INodeProperties[] = [
  {
    displayName: 'Bought From',
    name: 'boughtFrom',
    type: 'string',
    default: '11-01',
    description: 'First day of purchase: of every year (11-01), or of one year (2026-11-01)',
  },
  { displayName: 'Bought To', name: 'boughtTo', type: 'string', default: '12-24', description: 'Last day of purchase' },
  { displayName: 'Return Until', name: 'until', type: 'string', default: '01-31', description: 'Last day of return' },
  { displayName: 'Rule ID', name: 'id', type: 'string', default: 'christmas' },
];

const exclusionRows: INodeProperties[] = [
  {
    displayName: 'Category or Tag',
    name: 'match',
    type: 'string',
    default: '',
    description: 'The product category or order line tag that is not taken back',
  },
  {
    displayName: 'Ground',
    name: 'ground',
    type: 'options',
    options: [...grounds],
    default: 'commercial',
    description:
      'A commercial exclusion, clearance and gift cards cannot refuse the statutory withdrawal of EU and UK consumers',
  },
  words('categories', 'Categories', 'Further categories that are not taken back'),
  words('tags', 'Tags', 'Further tags of order lines that are not taken back'),
  words('skus', 'SKUs', 'Single products that are not taken back'),
  {
    displayName: 'Rule ID',
    name: 'id',
    type: 'string',
    default: '',
    description: 'How the trace of a decision names this rule. Empty: its words.',
  },
];

const amountHint = 'In the currency of the form, or with its own: "3.00 EUR; 2.50 GBP" has one for each currency.';

/** The rules that most shops have. Whatever else a document says stands in Further Rules. */
export const ruleFields: INodeProperties[] = [
  {
    displayName: 'Bonus, Exchange and Refund Offers',
    name: 'resolutions',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    default: {},
    description: 'What shoppers are offered, in this order. Without an offer: refund, exchange and store credit.',
    options: [
      {
        displayName: 'Offer',
        name: 'resolution',
        values: [
          {
            displayName: 'Resolution',
            name: 'resolution',
            type: 'options',
            options: titleOptions(offeredResolutions),
            default: 'refund',
          },
          {
            displayName: 'Paid At',
            name: 'paidAt',
            type: 'options',
            options: [asUsual, ...titleOptions(paymentEvents)],
            default: '',
            description: 'The event at which it is paid or the new goods are sent; usually the inspection',
          },
          {
            displayName: 'Exchange For',
            name: 'exchange',
            type: 'options',
            options: [asUsual, ...titleOptions(exchangeScopes)],
            default: '',
            description: 'What an exchange may be for; only for exchanges',
          },
          {
            displayName: 'Bonus (Percent)',
            name: 'bonusPercent',
            type: 'string',
            default: '',
            description: 'Added to store credit; only for store credit',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Currency',
    name: 'currency',
    type: 'string',
    default: 'EUR',
    description: 'Of the amounts in this form',
  },
  {
    displayName: 'Effective From',
    name: 'effectiveFrom',
    type: 'string',
    default: '',
    placeholder: 'e.g. 2026-11-01',
    description: 'Orders placed from this day on are under this version',
  },
  {
    displayName: 'Excluded Goods',
    name: 'exclusions',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    options: [{ displayName: 'Exclusion', name: 'exclusion', values: exclusionRows }],
  },
  words('fastLanes', 'Fast Lanes', 'Customer segments whose requests no review holds up, e.g. vip'),
  {
    displayName: 'Free After Orders',
    name: 'freeAfterOrders',
    type: 'number',
    typeOptions: { minValue: 0 },
    default: 5,
    description: 'No fee for customers who have ordered this often',
  },
  words('freeForSegments', 'Free for Customer Segments', 'No fee for these customers'),
  {
    displayName: 'Free for Reasons',
    name: 'freeForReasons',
    type: 'multiOptions',
    options: titleOptions(returnReasons),
    default: [],
    description: 'No fee for returns for these reasons. Where the shop is at fault there is never one.',
  },
  {
    displayName: 'Free for Resolutions',
    name: 'freeForResolutions',
    type: 'multiOptions',
    options: titleOptions(resolutions),
    default: ['exchange'],
    description: 'No fee when the shopper takes one of these; exchanges are free unless told otherwise',
  },
  {
    displayName: 'Free Return Above',
    name: 'freeAbove',
    type: 'string',
    default: '',
    placeholder: 'e.g. 150.00',
    description: 'No fee when the goods that come back cost this much or more',
    hint: amountHint,
  },
  {
    displayName: 'Further Rules',
    name: 'furtherRules',
    type: 'json',
    default: '{}',
    description: 'Parts of a policy document that this form has no field for. They come after the rules of the form.',
  },
  {
    displayName: 'Grace Days',
    name: 'graceDays',
    type: 'number',
    typeOptions: { minValue: 0 },
    default: 0,
    description: 'Days after the end of the window on which a request is accepted all the same; not announced',
  },
  {
    displayName: 'Item Condition',
    name: 'itemCondition',
    type: 'fixedCollection',
    default: {},
    description: 'How goods have to come back',
    options: [
      {
        displayName: 'Condition',
        name: 'condition',
        values: [
          {
            displayName: 'Requires',
            name: 'requires',
            type: 'multiOptions',
            options: titleOptions(itemStates),
            default: [],
          },
          {
            displayName: 'Otherwise',
            name: 'otherwise',
            type: 'options',
            options: [asUsual, ...titleOptions(['review', 'reject'])],
            default: '',
            description: 'What follows when the goods are not so; usually a review',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Keep the Item',
    name: 'keepItem',
    type: 'fixedCollection',
    default: {},
    description: 'Let the shopper keep goods whose way back costs more than they are worth',
    options: [
      {
        displayName: 'When',
        name: 'keep',
        values: [
          {
            displayName: 'Goods Below',
            name: 'below',
            type: 'string',
            default: '10.00',
            description: 'What everything that comes back has cost',
          },
          {
            displayName: 'Label',
            name: 'label',
            type: 'string',
            default: '5.90',
            description: 'What the way back costs, once per return',
          },
          {
            displayName: 'Handling',
            name: 'handling',
            type: 'string',
            default: '',
            description: 'What receiving and inspecting one unit costs',
          },
          {
            displayName: 'Grade Loss (Percent)',
            name: 'gradeLoss',
            type: 'number',
            typeOptions: { minValue: 0, maxValue: 100 },
            default: 0,
            description: 'What a unit loses of its worth by coming back',
          },
        ],
      },
    ],
  },
  {
    displayName: 'Longer Windows for Seasons',
    name: 'extensions',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    description: 'Such as: bought before Christmas, return until the end of January',
    options: [{ displayName: 'Season', name: 'extension', values: extensionRows }],
  },
  {
    displayName: 'Photos of Faults',
    name: 'photosOfFaults',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 50 },
    default: 2,
    description: 'How many photos are asked for of goods that are said to be faulty or wrong',
  },
  {
    displayName: 'Return Fee',
    name: 'fee',
    type: 'string',
    default: '',
    placeholder: 'e.g. 3.00',
    description: 'Kept once per request, never when the shop is at fault',
    hint: amountHint,
  },
  {
    displayName: 'Review Above',
    name: 'reviewAbove',
    type: 'string',
    default: '',
    placeholder: 'e.g. 300.00',
    description: 'A person decides when the goods cost more than this',
    hint: amountHint,
  },
  words('reviewCategories', 'Review Categories', 'A person decides on goods of these categories'),
  {
    displayName: 'Review Reasons',
    name: 'reviewReasons',
    type: 'multiOptions',
    options: titleOptions(returnReasons),
    default: [],
    description: 'A person decides on returns for these reasons',
  },
  words('reviewSkus', 'Review SKUs', 'A person decides on these products'),
  words('reviewTags', 'Review Tags', 'A person decides on goods with these tags'),
  {
    displayName: 'Shoppers Are Not Told Of',
    name: 'notTold',
    type: 'multiOptions',
    options: titleOptions(disclosureNames),
    default: [],
    description: 'What shoppers are not told before they order: the law may then take the right to it away',
  },
  {
    displayName: 'Shoppers Are Told Of',
    name: 'told',
    type: 'multiOptions',
    options: titleOptions(disclosureNames),
    default: ['returnFee'],
    description: 'What shoppers are told before they order. A fee that is filled in here counts as told of.',
  },
  {
    displayName: 'Time Zone',
    name: 'timeZone',
    type: 'string',
    default: 'Europe/Paris',
    description: 'Where the last day of a window ends',
  },
  {
    displayName: 'Ways to Send Back',
    name: 'methods',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    default: {},
    description: 'In this order. Without any: by post.',
    options: [
      {
        displayName: 'Way',
        name: 'method',
        values: [
          {
            displayName: 'Method',
            name: 'method',
            type: 'options',
            options: titleOptions(returnMethods),
            default: 'post',
          },
          words('countries', 'Countries', 'ISO codes of the countries that have it, e.g. FR; empty: all'),
        ],
      },
    ],
  },
  {
    displayName: 'Window Counts',
    name: 'windowUnit',
    type: 'options',
    options: titleOptions(windowUnits),
    default: 'days',
  },
  {
    displayName: 'Window Starts At',
    name: 'windowFrom',
    type: 'options',
    options: titleOptions(windowStarts),
    default: 'delivery',
    description: 'The event after which days are counted',
  },
  {
    displayName: 'Windows by Category',
    name: 'windows',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    options: [{ displayName: 'Window', name: 'window', values: windowRows }],
  },
];
