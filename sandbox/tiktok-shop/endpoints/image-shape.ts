import { z } from 'zod/v4';

/** A picture that was uploaded before, as a rejection names it. */
export const imageShape = z.strictObject({
  image_id: z.string(),
  mime_type: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
});
