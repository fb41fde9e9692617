import { z } from 'zod/v4';
import { once } from '../../http';
import { ReturnsError } from '../../returns';
import type { TikTokShopClient } from './client';
import type { Part } from './multipart';
import type { FileToSend, UploadedImage } from './types';

const imageSchema = once(() =>
  z.object({ uri: z.string(), width: z.coerce.number().default(0), height: z.coerce.number().default(0) }),
);

/** A picture to show with a refusal. Uploading one again harms nothing. */
export async function uploadImage(client: TikTokShopClient, file: FileToSend): Promise<UploadedImage> {
  const { uri, width, height } = await client.call('uploadImage', {
    parts: [
      { name: 'data', fileName: file.fileName, mimeType: file.mimeType, content: file.content },
      { name: 'use_case', text: 'DESCRIPTION_IMAGE' },
    ],
    data: imageSchema(),
  });
  return { id: uri, mimeType: file.mimeType, width, height };
}

export interface ReturnDocuments {
  readonly returnIds: readonly string[];
  readonly label?: FileToSend | undefined;
  readonly qrCode?: FileToSend | undefined;
  readonly trackingNumber?: string | undefined;
  /** TikTok's id of the carrier. */
  readonly carrierId?: string | undefined;
}

/**
 * Hands the shopper a label or QR code of the shop, with its tracking number. The same ones again replace themselves.
 * @throws ReturnsError `invalid_input` when there is nothing to hand over
 */
export async function uploadReturnDocuments(client: TikTokShopClient, documents: ReturnDocuments): Promise<void> {
  const { returnIds, label, qrCode, trackingNumber, carrierId } = documents;
  const parts: Part[] = [
    ...(label ? [{ name: 'return_shipping_label', ...label }] : []),
    ...(qrCode ? [{ name: 'return_qr_code', ...qrCode }] : []),
    ...(trackingNumber ? [{ name: 'tracking_number', text: trackingNumber }] : []),
    ...(carrierId ? [{ name: 'return_provider_id', text: carrierId }] : []),
  ];
  if (!label && !qrCode) {
    throw new ReturnsError('invalid_input', 'There is neither a label nor a QR code to hand to the shopper', {
      description: 'Place this node behind the one that makes the label, or name its binary field.',
    });
  }
  await client.call('uploadReturnDocuments', { query: { return_ids: returnIds }, parts, data: z.unknown() });
}
