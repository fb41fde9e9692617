import { z } from 'zod/v4';
import { bulkOperationView, startBulk } from '../bulk';
import type { Mutation } from './mutation';

const shape = z.object({ query: z.string(), groupObjects: z.boolean() });

/** Starts asking for everything at once; the answer is a file, when it is done. */
export const bulkOperationRunQuery: Mutation = {
  empty: ['bulkOperation'],
  run: ({ world, version, args }) => {
    const { query, groupObjects } = shape.parse(args);
    const operation = startBulk(world, version, query, groupObjects);
    return { bulkOperation: () => bulkOperationView(world, operation) };
  },
};
