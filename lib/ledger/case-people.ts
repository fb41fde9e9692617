import type { Order } from '../returns';

/** As addresses are compared: the part before the @ may be in either case, and no mail server tells them apart. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

/** Whose case it is. */
export const emailsOf = ({ customer, shippingAddress }: Order): readonly string[] => [
  ...new Set(
    [customer.email, shippingAddress?.email].flatMap((email) => (email === undefined ? [] : [emailKey(email)])),
  ),
];
