import { respondBy } from '../../lib/policy/marketplace';
import type { ReturnRequest } from '../../lib/returns';
import type { ReturnResult } from '../../lib/shops/tiktok-shop';
import { tikTokShop } from '../shared/shops';

type Found = Pick<ReturnResult, 'tiktokReturn' | 'request'>;

/** The deadline of a return, by the clocks of the shop's market where TikTok Shop tells none itself. */
export const deadlineOf = (found: Found, region: string | undefined) =>
  tikTokShop().deadlineOf(found, (turn) => respondBy({ marketplace: tikTokShop().channel, region, ...turn }));

export const withDeadline = (found: Found, region: string | undefined): ReturnRequest =>
  tikTokShop().withDeadline(found.request, deadlineOf(found, region));
