import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Policy } from '../../lib/policy';
import { asJson } from '../shared/case-access';
import { textParameter } from '../shared/parameters';
import { loadComparing } from './load-policies';

/** What the shop adds to what its policy says. */
export const lintFields: readonly INodeProperties[] = [
  {
    displayName: 'Countries',
    name: 'lintCountries',
    type: 'string',
    default: '',
    placeholder: 'e.g. FR, DE, GB',
    description: 'Whose law the policy is held against. Empty: the countries that it names.',
    displayOptions: { show: { lint: [true] } },
  },
  {
    displayName: 'Currencies',
    name: 'lintCurrencies',
    type: 'string',
    default: '',
    placeholder: 'e.g. EUR, GBP',
    description: 'In which amounts are looked for, besides those that the policy names',
    displayOptions: { show: { lint: [true] } },
  },
];

/** What is worth a second look in a policy, the gravest first as the engine tells it. */
export function findingsIn(context: IExecuteFunctions, itemIndex: number, policy: Policy): IDataObject[] {
  const countries = codesIn(textParameter(context, 'lintCountries', itemIndex));
  const currencies = codesIn(textParameter(context, 'lintCurrencies', itemIndex));
  const { lintPolicy } = loadComparing();
  return lintPolicy(policy, { ...(countries.length > 0 && { countries }), currencies }).map((finding) =>
    asJson({ ...finding }),
  );
}

/** `fr, DE` as `['FR', 'DE']`. */
const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
