import type { PaymentProvider } from './payment';
import { stripe } from './stripe';

export { alreadyPaidBack } from './already-paid-back';
export * from './payment';
export * from './refund-plan';

/** Every payment provider: a new one is one line here. */
export const paymentProviders = { stripe } as const satisfies Record<string, PaymentProvider>;
export type PaymentProviderName = keyof typeof paymentProviders;
