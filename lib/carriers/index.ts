import type { Carrier } from './carrier';
import { easypost } from './easypost';

export * from './carrier';

/** Every carrier: a new one is one line here. */
export const carriers = { easypost } as const satisfies Record<string, Carrier>;
export type CarrierName = keyof typeof carriers;
