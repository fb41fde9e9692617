import type { Story } from '../story';
import { crash } from './crash';
import { exchange } from './exchange';
import { formStripe } from './form-stripe';
import { missedWebhook } from './missed-webhook';
import { refund } from './refund';
import { review } from './review';
import { shopifyExchangeOwed } from './shopify-exchange-owed';
import { shopifyReservedStock } from './shopify-reserved-stock';
import { shopifyStoreCredit } from './shopify-store-credit';
import { tiktokDeadline } from './tiktok-deadline';
import { tiktokMirrored } from './tiktok-mirrored';
import { tiktokRefund } from './tiktok-refund';
import { tiktokRejectWithEvidence } from './tiktok-reject-with-evidence';
import { tiktokReturnless } from './tiktok-returnless';
import { tooLate } from './too-late';

/**
 * In the order they are told. Those of the first list may go on side by side; of the others, one keeps TikTok Shop's
 * webhooks from everybody, and the crash takes n8n from all of them.
 */
export const sideBySide: readonly Story[] = [
  refund,
  exchange,
  tooLate,
  review,
  formStripe,
  shopifyStoreCredit,
  shopifyExchangeOwed,
  shopifyReservedStock,
  tiktokRefund,
  tiktokRejectWithEvidence,
  tiktokReturnless,
  tiktokDeadline,
  tiktokMirrored,
];
export const alone: readonly Story[] = [missedWebhook, crash];
export const stories: readonly Story[] = [...sideBySide, ...alone];
