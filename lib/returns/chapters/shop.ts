import { z } from 'zod/v4';
import { timeZoneSchema } from '../vocabulary';

export const addressSchema = z.lazy(() =>
  z
    .object({
      name: z.string().min(1).max(200),
      company: z.string().max(200).optional(),
      line1: z.string().min(1).max(200),
      line2: z.string().max(200).optional(),
      city: z.string().min(1).max(120),
      postalCode: z.string().max(20),
      region: z.string().max(80).optional(),
      country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 country code such as FR'),
      phone: z.string().max(40).optional(),
      email: z.email().optional(),
    })
    .meta({ title: 'Address' }),
);
export type Address = z.infer<typeof addressSchema>;

export const shopSchema = z.lazy(() =>
  z
    .object({
      name: z.string().min(1).max(120),
      email: z.email().meta({ description: 'Where shoppers write to, and where alerts go' }),
      returnAddress: addressSchema,
      url: z.url().optional(),
      timeZone: timeZoneSchema.default('Europe/Paris'),
    })
    .meta({
      title: 'Shop',
      description: 'Who takes the goods back; kept with the case, so that later workflows need no set-up',
    }),
);
export type Shop = z.infer<typeof shopSchema>;
