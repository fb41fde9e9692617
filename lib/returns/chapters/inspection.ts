import { z } from 'zod/v4';
import { dispositionSchema, gradeSchema, instantSchema } from '../vocabulary';
import { idSchema, textSchema } from './scalars';

export const inspectionSchema = z.lazy(() =>
  z
    .object({
      inspectedAt: instantSchema,
      lines: z
        .array(
          z.object({
            orderLineId: idSchema,
            quantity: z.int().positive(),
            grade: gradeSchema,
            disposition: dispositionSchema,
            missingParts: z.boolean().optional(),
            damagedBy: z.enum(['shopper', 'carrier', 'shop']).optional(),
            photos: z.int().nonnegative().optional(),
            note: textSchema.optional(),
          }),
        )
        .min(1),
    })
    .meta({ title: 'Inspection' }),
);
export type Inspection = z.infer<typeof inspectionSchema>;
