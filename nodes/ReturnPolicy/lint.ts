import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Policy } from '../../lib/policy';
import { asJson } from '../shared/case-access';
import { textParameter } from '../shared/parameters';
import { loadComparing } from './load-policies';

export const lintCountriesField: INodeProperties = {
  displayName: 'Countries',
  name: 'lintCountries',
  type: 'string',
  default: '',
  placeholder: 'e.g. FR, DE, GB',
  description: 'Whose law the policy is held against. Empty: the countries that it names.',
  displayOptions: { show: { lint: [true] } },
};

/** What is worth a second look in a policy, the gravest first as the engine tells it. */
export function findingsIn(context: IExecuteFunctions, itemIndex: number, policy: Policy): IDataObject[] {
  const countries = textParameter(context, 'lintCountries', itemIndex)
    .toUpperCase()
    .split(',')
    .map((country) => country.trim())
    .filter((country) => country !== '');
  const { lintPolicy } = loadComparing();
  return lintPolicy(policy, countries.length > 0 ? { countries } : {}).map((finding) => asJson({ ...finding }));
}
