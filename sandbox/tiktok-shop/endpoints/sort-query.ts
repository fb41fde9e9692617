import { z } from 'zod/v4';

/** Sorting and paging of the searches whose filters are in the body. */
export const sortQuery = z.strictObject({
  sort_field: z.enum(['create_time', 'update_time']).default('create_time'),
  sort_order: z.enum(['ASC', 'DESC']).default('ASC'),
  page_size: z.string().optional(),
  page_token: z.string().optional(),
});
