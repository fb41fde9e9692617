import { createHash } from 'node:crypto';
import { indexedWorld, scoreWorld } from './score-world';

/**
 * A digest of what scores say of a small world: figures that were measured under another one are of another program.
 * Measuring takes half a minute, this a tenth of a second.
 */
export function riskProbe(): string {
  const world = indexedWorld({ seed: 1, perKind: 8 });
  const scores = [...scoreWorld(world, 'every_order'), ...scoreWorld(world, 'order_count')].map(
    ({ shopper, score }) => [shopper.kind, score.points.map(({ signal, points }) => [signal, points])],
  );
  return createHash('sha256').update(JSON.stringify(scores)).digest('hex').slice(0, 16);
}
