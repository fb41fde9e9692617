import type { PageContext } from '../context';
import { list, type Section } from '../page';

/** What has to come back with what. */
export function togetherSection({ policy, say }: PageContext): Section | undefined {
  const { bundles, promotionGifts } = policy.together;
  const lines = [
    ...(bundles.comeBack === 'together' ? [[say('together_bundles')]] : []),
    ...(promotionGifts.comeBack ? [[say('together_gifts')]] : []),
  ];
  return lines.length === 0
    ? undefined
    : { id: 'returns-together', heading: say('together_heading'), blocks: [list(lines)] };
}
