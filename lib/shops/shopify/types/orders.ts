import type { Money, Order } from '../../../returns';

/** One way to name an order. With an e-mail, another person's order reads as not found. */
export type OrderKey =
  | { readonly id: string }
  | { readonly name: string; readonly email?: string }
  | { readonly confirmationNumber: string; readonly email?: string }
  | { readonly email: string };

export interface ExchangeVariant {
  readonly variantId: string;
  /** e.g. `M / Blue` */
  readonly title: string;
  readonly productTitle: string;
  readonly sku?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly available: boolean;
  /** Sellable units, where Shopify counts them. */
  readonly quantity?: number;
  readonly price: Money;
  /** The one that was bought. */
  readonly current: boolean;
}

export interface SetMetafieldInput {
  readonly namespace: string;
  readonly key: string;
  /** e.g. `single_line_text_field` */
  readonly type: string;
  readonly value: string;
}

export interface OrderMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

export interface AddedNote {
  readonly note: string;
  /** False when the note had the line already. */
  readonly added: boolean;
}

export interface OrderHistoryInput {
  /** ISO instant or day. Orders older than 60 days need the access scope read_all_orders. */
  readonly since: string;
  /** Not with it; until now when left out. */
  readonly until?: string;
}

export interface HistoricOrder {
  readonly order: Order;
  readonly returns: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly createdAt: string;
    readonly totalQuantity: number;
  }[];
}
