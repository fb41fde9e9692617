import { shop } from '../../accounts';
import { carriers } from '../carriers';
import { userId } from '../objects';
import type { Route } from './route';

const retrieveUser = (): object => ({
  id: userId,
  object: 'User',
  parent_id: null,
  name: shop.name,
  phone_number: shop.phone,
  verified: true,
  created_at: '2024-02-02T20:19:29Z',
  balance: '100.00000',
  email: shop.email,
  children: [],
});

const listCarrierAccounts = (): object =>
  carriers.map((carrier) => ({
    id: carrier.accountId,
    object: 'CarrierAccount',
    type: `${carrier.name}Account`,
    readable: carrier.name,
    description: `${carrier.name} of the sandbox`,
    reference: null,
    billing_type: 'easypost',
  }));

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: 'users', handle: retrieveUser },
  { method: 'GET', path: 'carrier_accounts', handle: listCarrierAccounts },
];
