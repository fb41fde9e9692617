import { ReturnsError } from '../../returns';

/** A decision is taken once: on what was requested and not decided yet. @throws ReturnsError `conflict` */
export function ensureRequested(status: string, name: string, done: string): void {
  if (status === 'REQUESTED') return;
  throw new ReturnsError('conflict', `Return ${name} cannot be ${done}: it is ${status.toLowerCase()} in Shopify`, {
    provider: 'shopify',
    description:
      'It was decided in Shopify, or by another workflow. Bring the case in line with it, or ask the shopper for a new return.',
    context: { status },
  });
}
