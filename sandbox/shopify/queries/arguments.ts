import { z } from 'zod/v4';

/** Shapes of arguments that graphql-js has checked already; here they only become types. */
export const idArgument = z.object({ id: z.string() });
export const optionalIdArgument = z.object({ id: z.string().nullish() });
export const queryArgument = z.object({ query: z.string().nullish() });
export const sortArgument = z.object({ sortKey: z.string().nullish() });
export const orderIdArgument = z.object({ orderId: z.string() });
