import { z } from 'zod/v4';
import { instantSchema, localeSchema } from '../vocabulary';

export const emailSchema = z.lazy(() =>
  z
    .object({
      message: z.string(),
      messageId: z.string(),
      subject: z.string(),
      locale: localeSchema,
      sentAt: instantSchema,
    })
    .meta({ title: 'Email' }),
);
export type Email = z.infer<typeof emailSchema>;
