import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { presetNames } from '../../../lib/policy/presets/names';
import { ruleFields } from '../form/form-fields';

/** Where a policy comes from. Their prefix tells two policies of one operation apart; it is empty for the usual one. */
interface Place {
  readonly prefix: string;
  readonly title: string;
}

const USUAL: Place = { prefix: '', title: 'Policy' };

/** `policySource` for the usual policy, `draftPolicySource` for the one called `draft`. */
export const fieldName = (prefix: string, name: string): string =>
  prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const presetTitles: Readonly<Record<(typeof presetNames)[number], string>> = {
  'eu-shop': 'EU Shop',
  'fashion-fr': 'Fashion (France)',
  electronics: 'Electronics',
  cosmetics: 'Cosmetics',
  'tiktok-shop-fr': 'TikTok Shop (France)',
  'tiktok-shop-uk': 'TikTok Shop (United Kingdom)',
  'tiktok-shop-us': 'TikTok Shop (United States)',
  'us-general': 'US General',
};

/** A policy out of a file, a text or a ready one. */
function documentFields({ prefix, title }: Place): INodeProperties[] {
  const named = (name: string): string => fieldName(prefix, name);
  const of = (label: string): string => (prefix === '' ? label : `${title}: ${label}`);
  const shownFor = (source: string): IDisplayOptions => ({
    show: { [named('policySource')]: [source] },
  });
  return [
    {
      displayName: of('Preset'),
      name: named('preset'),
      type: 'options',
      options: presetNames.map((value) => ({ name: presetTitles[value], value })),
      default: 'eu-shop',
      description: 'A ready policy. The operation Convert shows it as JSON, YAML or form, to change it.',
      displayOptions: shownFor('preset'),
    },
    {
      displayName: of('Policy Document'),
      name: named('policyJson'),
      type: 'string',
      typeOptions: { rows: 12 },
      default: '{\n  "name": "my-shop",\n  "version": "1",\n  "windows": { "default": { "days": 30 } }\n}',
      description:
        'JSON or YAML, or an expression that gives an object. A list of versions, each with effectiveFrom, decides each order by the one in force when it was placed. Where there is no order, the one in force today is taken; Validate checks all of them.',
      displayOptions: shownFor('json'),
    },
    {
      displayName: of('File From'),
      name: named('fileFrom'),
      type: 'options',
      options: [
        { name: 'Binary Field', value: 'binary', description: 'A file that comes with the item' },
        { name: 'Path', value: 'path', description: 'A file that n8n may read on its own disk' },
      ],
      default: 'binary',
      displayOptions: shownFor('file'),
    },
    {
      displayName: of('Input Binary Field'),
      name: named('policyBinaryField'),
      type: 'string',
      default: 'policy',
      hint: 'The name of the input binary field containing the policy as JSON or YAML',
      displayOptions: { show: { [named('policySource')]: ['file'], [named('fileFrom')]: ['binary'] } },
    },
    {
      displayName: of('File Path'),
      name: named('policyPath'),
      type: 'string',
      default: '',
      placeholder: 'e.g. /home/node/.n8n-files/returns-policy.yaml',
      description: 'Only folders that n8n allows: N8N_RESTRICT_FILE_ACCESS_TO. Read again for every execution.',
      displayOptions: { show: { [named('policySource')]: ['file'], [named('fileFrom')]: ['path'] } },
    },
  ];
}

const sources = [
  { name: 'File', value: 'file', description: 'JSON or YAML, from a binary field or a path' },
  { name: 'Form', value: 'form', description: 'The common rules, filled in here' },
  { name: 'JSON or YAML', value: 'json', description: 'A whole policy document' },
  { name: 'Preset', value: 'preset', description: 'A ready policy to start from' },
];

/** The policy that decides: as a form for the common rules, as a document for all of them, or as one of the ready ones. */
export const policyFields: INodeProperties[] = [
  {
    displayName: 'Policy',
    name: 'policySource',
    type: 'options',
    noDataExpression: true,
    options: sources,
    default: 'form',
    description: 'Where the rules come from',
  },
  ...documentFields(USUAL),
  ...[
    {
      displayName: 'Policy Name',
      name: 'policyName',
      type: 'string' as const,
      default: 'my-shop',
      description: 'Written on every decision',
    },
    {
      displayName: 'Policy Version',
      name: 'policyVersion',
      type: 'string' as const,
      default: '1',
      description: 'Written on every decision. Raise it with each change.',
    },
    {
      displayName: 'Return Window (Days)',
      name: 'windowDays',
      type: 'number' as const,
      typeOptions: { minValue: 0 },
      default: 30,
      description: 'Counted from delivery; the last day counts whole, in the time zone of the shop',
    },
    {
      displayName: 'Rules',
      name: 'rules',
      type: 'collection' as const,
      placeholder: 'Add rule',
      default: {},
      options: ruleFields,
    },
  ].map((field) => ({ ...field, displayOptions: { show: { policySource: ['form'] } } })),
];

/** A second policy beside the usual one: a document, a file or a preset. */
export const otherPolicyFields = (prefix: string, title: string, description: string): INodeProperties[] => [
  {
    displayName: title,
    name: fieldName(prefix, 'policySource'),
    type: 'options',
    noDataExpression: true,
    options: sources.filter(({ value }) => value !== 'form'),
    default: 'json',
    description,
  },
  ...documentFields({ prefix, title }),
];
