import { html, type Html } from './html';
import { stateTag } from './layout';
import type { TikTokCancellation, TikTokOrder, TikTokReturn } from './read-state';
import { button, table } from './sections';

const base = '/control/tiktok-shop';

/** What the buyer, the carrier or the platform can do about a return now. */
function returnButtons({ id, status, arbitration, isDeliveredBack }: TikTokReturn): Html[] {
  const url = `${base}/returns/${id}`;
  if (arbitration === 'IN_PROGRESS') {
    return [
      button('For buyer', `${url}/arbitrate`, { inFavourOf: 'BUYER' }),
      button('For seller', `${url}/arbitrate`, { inFavourOf: 'SELLER' }),
    ];
  }
  const byStatus: Readonly<Record<string, Html[]>> = {
    RETURN_OR_REFUND_REQUEST_PENDING: [button('Withdraw', `${url}/withdraw`)],
    REPLACEMENT_REQUEST_PENDING: [button('Withdraw', `${url}/withdraw`)],
    AWAITING_BUYER_SHIP: [button('Ship', `${url}/ship`), button('Withdraw', `${url}/withdraw`)],
    BUYER_SHIPPED_ITEM: isDeliveredBack ? [] : [button('Deliver', `${url}/deliver`)],
    AWAITING_BUYER_RESPONSE: [
      button('Accept offer', `${url}/accept-offer`),
      button('Refuse offer', `${url}/refuse-offer`),
    ],
    REFUND_OR_RETURN_REQUEST_REJECT: arbitration === null ? [button('Appeal', `${url}/appeal`)] : [],
    REJECT_RECEIVE_PACKAGE: arbitration === null ? [button('Appeal', `${url}/appeal`)] : [],
  };
  return byStatus[status] ?? [];
}

const until = (deadline: number): string => new Date(deadline * 1000).toISOString().slice(0, 16).replace('T', ' ');

const returnLine = (entry: TikTokReturn, currency: string): Html =>
  html`<div class="row">
    <span class="mono">${entry.id}</span> ${entry.type.replaceAll('_', ' ').toLowerCase()} ${stateTag(entry.status)}
    ${entry.refundTotal} ${currency} ${returnButtons(entry)}
    ${entry.nextAction === null ? null : html`<span class="soft">until ${until(entry.nextAction.deadline)}</span>`}
  </div>`;

const cancellationLine = ({ id, status }: TikTokCancellation): Html =>
  html`<div class="row">
    <span class="mono">${id}</span> cancellation ${stateTag(status)}
    ${status.endsWith('PENDING') ? button('Withdraw', `${base}/cancellations/${id}/withdraw`) : null}
  </div>`;

/** What the buyer of an order can ask for. */
function orderButtons({ id, status }: TikTokOrder): Html[] {
  if (status === 'DELIVERED') {
    return [
      button('Return', `${base}/returns`, { orderId: id }),
      button('Refund only', `${base}/returns`, { orderId: id, type: 'REFUND' }),
      button('Replacement', `${base}/returns`, { orderId: id, type: 'REPLACEMENT' }),
    ];
  }
  if (status === 'AWAITING_SHIPMENT') {
    return [button('Cancel', `${base}/cancellations`, { orderId: id }), button('Ship', `${base}/orders/${id}/ship`)];
  }
  return status === 'IN_TRANSIT' ? [button('Deliver', `${base}/orders/${id}/deliver`)] : [];
}

/** Orders of the TikTok shop with what their buyers ask for. */
export function tiktokSection(orders: readonly TikTokOrder[]): Html {
  const rows = [...orders].reverse().map(
    (order) =>
      html`<tr>
        <td class="fixed"><span class="mono">${order.id}</span><br />${stateTag(order.status)}</td>
        <td>${order.buyer}</td>
        <td>
          ${order.lines.map(
            ({ title, variantTitle }) => html`${title} <span class="soft">${variantTitle}</span><br />`,
          )}
        </td>
        <td class="num">${order.total} ${order.currency}</td>
        <td>
          ${order.returns.map((entry) => returnLine(entry, order.currency))}
          ${order.cancellations.map((entry) => cancellationLine(entry))}
          <div class="row">${orderButtons(order)}</div>
        </td>
      </tr>`,
  );
  return html`<h2>Marketplace <small>TikTok Shop</small></h2>
    ${table(['Order', 'Buyer', 'Units', 'Total', ''], rows, 'No order on TikTok Shop.')}`;
}
