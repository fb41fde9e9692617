import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';
import type { RejectReason } from './types';

const reasonsSchema = once(() =>
  z.object({ reasons: z.array(z.object({ name: z.string(), text: z.string().nullish() })).nullish() }),
);

/**
 * The reasons by which this very return or cancellation can be refused.
 * @param locale BCP 47 language of the texts; English unless told
 */
export async function rejectReasons(client: TikTokShopClient, id: string, locale?: string): Promise<RejectReason[]> {
  const { reasons } = await client.call('rejectReasons', {
    query: { return_or_cancel_id: id, ...defined({ locale }) },
    data: reasonsSchema(),
  });
  return (reasons ?? []).map(({ name, text }) => ({ name, text: text ? text : name }));
}
