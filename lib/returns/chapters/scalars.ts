import { z } from 'zod/v4';

export const idSchema = z.string().min(1).max(255);
export const textSchema = z.string().max(2000);

/** The name of a provider as its registry has it; one that this version does not know is kept. */
export const providerSchema = z.string().min(1).max(80);
