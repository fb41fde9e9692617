/** The Admin API versions that this adapter speaks, oldest first; each lives for a year at Shopify. */
export const apiVersions = ['2025-10', '2026-01', '2026-04', '2026-07', '2026-10'] as const;

/** The version that is asked for where the credential names none. */
export const shopifyVersion = '2026-10';

/** Versions sort as text, `unstable` behind them all. */
export const isSince = (version: string, since: (typeof apiVersions)[number]): boolean => version >= since;

/** Until 2025-10 a return names one of ten fixed reasons; from 2026-01 on a definition of the shop's library. */
export const hasReasonDefinitions = (version: string): boolean => isSince(version, '2026-01');

/** The directive `@idempotent` is known from 2026-01 on, and must be there from 2026-04 on. */
export const isIdempotent = (version: string): boolean => isSince(version, '2026-01');
