import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlRoom } from '../../sandbox/demo/control-room';
import type { FormPace, N8nForm } from '../../sandbox/demo/n8n-form';
import { requestInShopify, requestOnTikTokShop } from '../../sandbox/demo/shop-floor';
import type { World } from '../../sandbox/demo/world';
import type { PlannedReturn } from './plan';
import { OTHER_SIZE, SIZE, TITLE, isInShopify } from './sell';

const TRY_AGAIN_MS = 1_500;
/** Pages on which a shopper reads that nothing was found, or that the shop systems do not answer: both send them back. */
const COME_BACK = ['We cannot find this order', 'We cannot look up your order at the moment'];
/**
 * The form itself waits twenty seconds for the decision; a page that n8n was killed under never comes. Hundreds of
 * people at once would keep n8n busy with being asked, did they ask more often.
 */
export const PEOPLES_PACE: FormPace = { patienceMs: 40_000, lookAgainMs: 1_500 };

const words = {
  en: { reason: 'Too small', refund: 'Get a refund', exchange: 'Exchange for another size or model' },
  fr: {
    reason: 'Trop petit',
    refund: 'Être remboursé',
    exchange: 'Échanger contre une autre taille ou un autre modèle',
  },
} as const;

/** Asks for the return where this shopper does. Resolves once the shopper has an answer, or finds it asked for already. */
export async function askForReturn(world: World, planned: PlannedReturn, signal: AbortSignal): Promise<void> {
  if (planned.kind === 'shopify_refund' || planned.kind === 'too_late') {
    await askInShopify(world.control, planned);
    return;
  }
  if (planned.kind === 'tiktok_refund') {
    await requestOnTikTokShop(world.control, planned.orderName, {
      type: 'RETURN_AND_REFUND',
      sku: planned.sku,
      reason: 'buyer_refund_item_is_too_small/short',
    });
    return;
  }
  await again(signal, () => askByForm(world.form('return', PEOPLES_PACE), planned));
}

const askInShopify = (control: ControlRoom, { orderName, sku }: PlannedReturn): Promise<void> =>
  requestInShopify(control, orderName, { sku, reason: 'SIZE_TOO_SMALL' });

/**
 * One try to fill in the form. A shopper who got no answer comes back, and then the form no longer offers what was
 * asked for already.
 * @returns whether the shopper need not come back
 */
async function askByForm(form: N8nForm, planned: PlannedReturn): Promise<boolean> {
  const { orderName, shopper, kind } = planned;
  const { reason, refund, exchange } = shopper.locale.startsWith('fr') ? words.fr : words.en;
  const label = isInShopify(planned) ? `${TITLE} – ${SIZE}` : TITLE;
  await form.submit(orderName, shopper.email);
  const page = await form.page();
  if (COME_BACK.some((words) => page.includes(words))) return false;
  if (page.includes('Nothing left to return') || !page.includes(label)) return true;
  await form.submit([label], reason, [kind === 'exchange' ? exchange : refund], '');
  if (kind === 'exchange') await form.submit(OTHER_SIZE);
  return (await form.page()).includes('RMA-');
}

/** Tries until it is done: what fails because n8n or a provider is down is tried again. */
export async function again(signal: AbortSignal, attempt: () => Promise<boolean>): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (await attempt().catch(() => false)) return;
    await sleep(TRY_AGAIN_MS, undefined, { signal });
  }
}
