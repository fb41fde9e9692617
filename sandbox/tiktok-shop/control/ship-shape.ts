import { z } from 'zod/v4';

/** How a parcel is handed over. */
export const shipShape = z.strictObject({
  trackingNumber: z.string().optional(),
  providerId: z.string().optional(),
  providerName: z.string().optional(),
});
