import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';
import { readInstant } from './times';

const recordsSchema = once(() =>
  z.object({
    records: z
      .array(
        z.object({
          event: z.string().nullish(),
          role: z.string().nullish(),
          description: z.string().nullish(),
          reason_text: z.string().nullish(),
          note: z.string().nullish(),
          images: z.array(z.object({ url: z.string() })).nullish(),
          videos: z.array(z.object({ url: z.string() })).nullish(),
          create_time: z.coerce.number().nullish(),
        }),
      )
      .nullish(),
  }),
);

/** One entry in the history of a return, the shopper's photos included. */
export interface ReturnRecord {
  readonly event?: string;
  /** `BUYER`, `SELLER`, `OPERATOR`, `SYSTEM` */
  readonly role?: string;
  readonly description?: string;
  readonly reasonText?: string;
  readonly note?: string;
  readonly images: readonly string[];
  readonly videos: readonly string[];
  readonly at?: string;
}

export async function returnRecords(
  client: TikTokShopClient,
  returnId: string,
  locale?: string,
): Promise<ReturnRecord[]> {
  const { records } = await client.call('returnRecords', {
    ids: { return_id: returnId },
    query: defined({ locale }),
    data: recordsSchema(),
  });
  return (records ?? []).map((record) => ({
    images: (record.images ?? []).map(({ url }) => url),
    videos: (record.videos ?? []).map(({ url }) => url),
    ...defined({
      event: record.event ?? undefined,
      role: record.role?.toUpperCase(),
      description: record.description ?? undefined,
      reasonText: record.reason_text ?? undefined,
      note: record.note ?? undefined,
      at: readInstant(record.create_time),
    }),
  }));
}
