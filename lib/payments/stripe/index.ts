import { createRequire } from 'node:module';
import { loadedModule } from '../../returns';
import type { PaymentProvider } from '../payment';

export type { StripeCredentials } from './client';

type Connecting = typeof import('./connect');

const load = createRequire(__filename);

export const stripe: PaymentProvider = {
  name: 'stripe',
  displayName: 'Stripe',
  connect: (credentials, environment) =>
    loadedModule<Connecting>(load('./connect'), 'connectStripe').connectStripe(credentials, environment),
};
