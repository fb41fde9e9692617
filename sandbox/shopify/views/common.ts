import type { Address } from '../model';
import { type View, bagView } from '../view';
import { gid } from '../gid';

export function addressView(id: string, address: Address): View {
  const name = `${address.firstName} ${address.lastName}`.trim();
  const street = [address.address1, address.address2].filter((line) => line !== null);
  return {
    __typename: 'MailingAddress',
    id: gid('MailingAddress', id),
    firstName: address.firstName,
    lastName: address.lastName,
    name,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zip: address.zip,
    province: address.provinceCode,
    provinceCode: address.provinceCode,
    country: address.country,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    phone: address.phone,
    formatted: [name, ...street, `${address.zip} ${address.city}`, address.country].filter((line) => line !== ''),
    formattedArea: `${address.city}, ${address.country}`,
  };
}

export function taxLineView(amount: number, currency: string, rate: string, country: string): View {
  const percentage = Number((Number(rate) * 100).toFixed(6));
  return {
    title: country === 'FR' ? 'FR TVA' : 'Tax',
    rate: Number(rate),
    ratePercentage: percentage,
    priceSet: bagView(amount, currency),
    channelLiable: false,
    source: null,
  };
}

export function weightView(grams: number): View {
  return { value: grams, unit: 'GRAMS' };
}

export function countView(count: number): View {
  return { count, precision: 'EXACT' };
}
