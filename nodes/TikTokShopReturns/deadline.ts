import { createRequire } from 'node:module';
import { loadedModule, type ReturnRequest } from '../../lib/returns';
import type { ReturnResult } from '../../lib/shops/tiktok-shop';
import { tikTokShop } from '../shared/shops';

type Marketplaces = typeof import('../../lib/policy/marketplace');
type Found = Pick<ReturnResult, 'tiktokReturn' | 'request'>;

/** On first use: the clocks know the holidays of every market. */
const load = createRequire(__filename);
const marketplaces = (): Marketplaces => loadedModule(load('../../lib/policy/marketplace'), 'respondBy');

/** The deadline of a return, by the clocks of the shop's market where TikTok Shop tells none itself. */
export const deadlineOf = (found: Found, region: string | undefined) =>
  tikTokShop().deadlineOf(found, (turn) =>
    marketplaces().respondBy({ marketplace: tikTokShop().channel, region, ...turn }),
  );

export const withDeadline = (found: Found, region: string | undefined): ReturnRequest =>
  tikTokShop().withDeadline(found.request, deadlineOf(found, region));
