import { ReturnsError, type Dossier } from '../returns';

/**
 * An order that a marketplace sold is paid back by it alone, also where a connector has copied the order into another
 * shop: whoever pays it there pays it twice. Without a case nobody knows who sold the order, and it is not refused.
 * @throws ReturnsError `conflict`
 */
export function ensureShopPays(dossier: Pick<Dossier, 'case' | 'order'> | undefined): void {
  if (dossier?.order.payment.provider !== 'tiktok_shop') return;
  throw new ReturnsError('conflict', `The order of case ${dossier.case.rma} was paid on TikTok Shop`, {
    description: 'TikTok Shop alone pays it back: approve the return there, with the node TikTok Shop Returns.',
    context: { caseId: dossier.case.id },
  });
}
