import { createHmac } from 'node:crypto';
import { ReturnsError, type Order } from '../../../returns';
import { mailboxOf, spellingOf } from './mailbox';
import { phoneNumberOf } from './phone-number';
import { placeOf } from './place';

const SHORTEST_KEY = 16;
/** 96 bits: two of a billion customers share a digest by chance once in a hundred billion shops. */
const DIGEST_LENGTH = 16;

/** Digests by which orders of one person, mailbox, phone or address are found, and from which none can be read. */
export interface LinkKeys {
  readonly customer?: string;
  readonly mailbox?: string;
  /** The address as it was written, but for capital letters. */
  readonly spelling?: string;
  readonly phone?: string;
  readonly address?: string;
}

/**
 * Keyed digests (HMAC-SHA256) of whose order it is. Without the key nobody can try out addresses against them.
 * A present's address and phone are somebody else's, and are left out.
 * @throws ReturnsError `invalid_input` for a key that is too short
 */
export function linkKeysOf(order: Order, hashKey: string): LinkKeys {
  ensureHashKey(hashKey);
  const { customer, shippingAddress: address, channel } = order;
  const own = order.isGift === true ? undefined : address;
  const email = customer.email ?? own?.email;
  const phone = customer.phone ?? own?.phone;
  const mailbox = email === undefined ? undefined : mailboxOf(email);
  const number = phone === undefined ? undefined : phoneNumberOf(phone);
  const place = own === undefined ? undefined : placeOf(own);
  const digest = (kind: string, text: string): string => digestOf(hashKey, kind, text);
  return {
    ...(customer.id !== undefined && { customer: digest('customer', `${channel}|${customer.id}`) }),
    ...(mailbox !== undefined && { mailbox: digest('mailbox', mailbox) }),
    ...(mailbox !== undefined && email !== undefined && { spelling: digest('spelling', spellingOf(email)) }),
    ...(number !== undefined && { phone: digest('phone', number) }),
    ...(place !== undefined && { address: digest('address', place) }),
  };
}

/** @throws ReturnsError `invalid_input` */
export function ensureHashKey(hashKey: string): void {
  if (hashKey.length >= SHORTEST_KEY) return;
  throw new ReturnsError('invalid_input', `The key for hashing has ${hashKey.length} characters`, {
    description: `Give a random text of ${SHORTEST_KEY} characters or more, and keep it secret.`,
  });
}

/** The kind goes in, so that a phone number never meets a postal code. */
const digestOf = (hashKey: string, kind: string, text: string): string =>
  createHmac('sha256', hashKey).update(`${kind}|${text}`).digest('base64url').slice(0, DIGEST_LENGTH);
