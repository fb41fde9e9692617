import type { ReturnStatus } from './returns';

/** What a list in the editor asks for. */
export interface ToPick {
  /** Typed by the person who looks; trimmed. */
  readonly text?: string;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface PickPage<T> {
  readonly entries: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What tells two returns apart, without a word about the shopper. */
export interface ReturnToPick {
  readonly id: string;
  /** Such as #1001-R1. */
  readonly name: string;
  readonly orderName: string;
  readonly status: ReturnStatus | 'unknown';
}

export interface OrderToPick {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly placedAt: string;
  /** Shopify's own word, such as FULFILLED. */
  readonly fulfillment: string;
}
