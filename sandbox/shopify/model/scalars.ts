/** Every id here is the number at the end of a gid, as a string; every amount is in minor units of the order's currency. */
export type Id = string;
/** UTC without fractions of a second, as Shopify writes it: `2026-11-20T09:30:00Z`. */
export type Time = string;
