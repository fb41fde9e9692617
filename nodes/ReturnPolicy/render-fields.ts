import type { INodeProperties } from 'n8n-workflow';
import { languageField } from '../shared/fields';

const pageLanguages = [
  { name: 'All Five', value: 'all', description: 'One item for each language' },
  ...(languageField.options ?? []).filter((option) => 'value' in option && option.value !== 'shopper'),
];

/** How the page of a policy is written. */
export const renderFields: INodeProperties[] = [
  {
    displayName: 'Language',
    name: 'pageLanguage',
    type: 'options',
    options: pageLanguages,
    default: 'en',
  },
  {
    displayName: 'Format',
    name: 'pageFormat',
    type: 'options',
    options: [
      { name: 'HTML', value: 'html', description: 'Without scripts, and with nothing to fetch' },
      { name: 'Markdown', value: 'markdown' },
    ],
    default: 'html',
  },
  {
    displayName: 'Options',
    name: 'pageOptions',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'Country',
        name: 'country',
        type: 'string',
        default: 'FR',
        description: 'ISO code of the shoppers whose rights are named. Without it those of the European Union.',
      },
      { displayName: 'E-Mail', name: 'email', type: 'string', default: '', placeholder: 'returns@shop.example' },
      {
        displayName: 'In Force On',
        name: 'inForceOn',
        type: 'dateTime',
        default: '',
        description: 'Of a list of versions, the one for orders of this day. Without it that of today.',
      },
      {
        displayName: 'Marketplace',
        name: 'channel',
        type: 'string',
        default: '',
        placeholder: 'e.g. tiktok_shop',
        description: 'A marketplace whose promises to its buyers are named too',
      },
      {
        displayName: 'Region',
        name: 'region',
        type: 'string',
        default: '',
        placeholder: 'e.g. NY',
        description: 'A part of the country with a law of its own',
      },
      {
        displayName: 'Return Page URL',
        name: 'returnUrl',
        type: 'string',
        default: '',
        description: 'The page on which a return is asked for',
      },
      {
        displayName: 'Shop Name',
        name: 'shopName',
        type: 'string',
        default: '',
        description: 'For the heading of the page',
      },
      {
        displayName: 'Whole Page',
        name: 'whole',
        type: 'boolean',
        default: true,
        description: 'Whether the HTML is a page of its own, and not only the article for a page of the shop',
      },
      {
        displayName: 'Withdrawal URL',
        name: 'withdrawalUrl',
        type: 'string',
        default: '',
        description: 'The page with the withdrawal function, which EU shops have to have',
      },
    ],
  },
];
