import { z } from 'zod/v4';
import { instantSchema } from '../vocabulary';
import { idSchema } from './scalars';

/** One vocabulary for every carrier; a code that nobody knows is `unknown`, never an error. */
export const trackingStatuses = [
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'available_for_pickup',
  'attempt_failed',
  'delivered',
  'returned_to_sender',
  'exception',
  'cancelled',
  'unknown',
] as const;
export const trackingStatusSchema = z.enum(trackingStatuses);
export type TrackingStatus = z.infer<typeof trackingStatusSchema>;

export const trackingSchema = z.lazy(() =>
  z
    .object({
      trackingNumber: idSchema,
      carrier: z.string(),
      carrierName: z.string().optional().meta({ description: 'What people call it, where that is another name' }),
      status: trackingStatusSchema,
      carrierStatus: z.string().meta({ description: "The carrier's own word, kept as it came" }),
      at: instantSchema.meta({ description: "The carrier's time of the newest scan" }),
      weightGrams: z.number().nonnegative().optional().meta({ description: 'What the carrier weighed' }),
      message: z.string().optional(),
      location: z.string().optional(),
      provider: z.string(),
    })
    .meta({ title: 'Tracking' }),
);
export type Tracking = z.infer<typeof trackingSchema>;
