import type { SandboxContext } from '../core/context';
import type { Simulator } from '../core/simulator';
import { html, Html } from './html';
import { moneyText, stateTag, timeText } from './layout';
import type { MailLine, Parcel, Payment, ShopOrder } from './read-state';

/** A button that posts to the control API. */
export function button(text: string, url: string, body?: object, isDisabled = false): Html {
  return html`<button
    data-post="${url}"
    data-body="${body === undefined ? '' : JSON.stringify(body)}"
    ${isDisabled ? new Html('disabled') : ''}
  >
    ${text}
  </button>`;
}

/** Columns that hold numbers. */
const numeric = new Set(['Total', 'Refunded', 'Paid', 'Left', 'Hits']);

/** A table in a card, or words in place of it. */
export function table(heads: readonly string[], rows: readonly Html[], whenEmpty: string): Html {
  if (rows.length === 0) return html`<div class="card"><p class="empty">${whenEmpty}</p></div>`;
  return html`<div class="card">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th class="${numeric.has(head) ? 'num' : ''}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function orderLine({ quantity, title, variantTitle, isExchange }: ShopOrder['lines'][number]): Html {
  return html`${quantity} × ${title}
    <span class="soft">${variantTitle === 'Default Title' ? null : variantTitle}</span>
    ${isExchange ? html`<span class="tag">exchange</span>` : null}<br />`;
}

/** Orders of the Shopify shop with their returns and refunds. */
export function ordersSection(orders: readonly ShopOrder[]): Html {
  const rows = orders.map(
    (order) =>
      html`<tr>
        <td><strong>${order.name}</strong></td>
        <td>${order.customer}<br /><span class="soft">${order.email}</span></td>
        <td>${order.lines.map(orderLine)}</td>
        <td>${order.returns.map(({ name, status }) => html`${name} ${stateTag(status)}<br />`)}</td>
        <td class="num">${order.total} ${order.currency}</td>
        <td class="num">${Number(order.refunded) === 0 ? null : `${order.refunded} ${order.currency}`}</td>
      </tr>`,
  );
  return html`<h2>Orders <small>Shopify</small></h2>
    ${table(['Order', 'Customer', 'Items', 'Returns', 'Total', 'Refunded'], rows, 'No orders in the shop.')}`;
}

/** Parcels with the buttons that move them. */
export function parcelsSection(parcels: readonly Parcel[]): Html {
  const rows = [...parcels].reverse().map((parcel) => {
    const { shipment, status } = parcel;
    const url = `/control/easypost/trackers/${parcel.tracking_code}/status`;
    const label = shipment?.postage_label;
    const isOver = ['delivered', 'return_to_sender', 'cancelled'].includes(status);
    return html`<tr>
      <td>
        <span class="mono">${parcel.tracking_code}</span><br /><span class="soft"
          >${parcel.carrier} ${shipment?.selected_rate?.service}</span
        >
      </td>
      <td class="fixed">${shipment?.reference}<br /><span class="soft">${shipment?.to_address.name}</span></td>
      <td>
        ${stateTag(status)} ${shipment?.refund_status ? stateTag(shipment.refund_status) : null}<br /><span class="soft"
          >${timeText(parcel.updated_at)}</span
        >
      </td>
      <td>
        ${label ? html`<a href="${label.label_url}" target="_blank">Label</a>` : null}
        ${label?.label_pdf_url && label.label_pdf_url !== label.label_url ? html` <a href="${label.label_pdf_url}" target="_blank">PDF</a>` : null}
        ${label?.label_zpl_url ? html` <a href="${label.label_zpl_url}" target="_blank">ZPL</a>` : null}
      </td>
      <td>
        <div class="row">
          ${button('Scan', url, { status: 'in_transit' }, isOver)}
          ${button('Out for delivery', url, { status: 'out_for_delivery' }, isOver)}
          ${button('Deliver', url, { status: 'delivered' }, isOver)}
          ${button('Lose', url, { status: 'failure', statusDetail: 'lost', message: 'Lost' }, isOver)}
        </div>
      </td>
    </tr>`;
  });
  return html`<h2>Parcels <small>EasyPost</small></h2>
    ${table(['Tracking code', 'Return', 'Status', 'Label', ''], rows, 'No label has been bought yet.')}`;
}

function refundLine({ id, amount, currency, status }: Payment['refunds'][number]): Html {
  const url = `/control/stripe/refunds/${id}`;
  return html`<div class="row">
    ${moneyText(amount, currency)} ${stateTag(status)}
    ${status === 'pending' || status === 'requires_action' ? button('Succeed', `${url}/succeed`) : null}
    ${status === 'failed' || status === 'canceled' ? null : button('Fail', `${url}/fail`)}
  </div>`;
}

/** Stripe payments with their refunds. */
export function paymentsSection(payments: readonly Payment[]): Html {
  const rows = payments.map(({ session, items, paymentIntent, charge, refunds }) => {
    const { name, email } = session.customer_details;
    return html`<tr>
      <td><strong>${session.client_reference_id}</strong><br /><span class="soft mono">${paymentIntent.id}</span></td>
      <td>${name}<br /><span class="soft">${email}</span></td>
      <td>${items.map(({ quantity, description }) => html`${quantity} × ${description}<br />`)}</td>
      <td class="num">${moneyText(session.amount_total, session.currency)}</td>
      <td>${refunds.map(refundLine)}</td>
      <td>
        ${charge.disputed ? html`<span class="tag bad">disputed</span>` : button('Dispute', `/control/stripe/charges/${paymentIntent.id}/dispute`)}
      </td>
    </tr>`;
  });
  return html`<h2>Payments <small>Stripe</small></h2>
    ${table(['Order', 'Customer', 'Items', 'Paid', 'Refunds', ''], rows, 'No payment at Stripe.')}`;
}

/** The latest mails. */
export function mailsSection(mails: readonly MailLine[]): Html {
  const rows = mails
    .slice(-6)
    .reverse()
    .map(
      ({ id, at, to, subject }) =>
        html`<tr>
          <td class="soft fixed">${timeText(at)}</td>
          <td>
            <a href="/mailbox/${id}">${subject === '' ? '(no subject)' : subject}</a><br /><span class="soft"
              >${to}</span
            >
          </td>
        </tr>`,
    );
  return html`<section>
    <h2>
      Mails <small><a href="/mailbox">${mails.length} in the mailbox</a></small>
    </h2>
    ${table(['Received', 'Subject'], rows, 'No mail yet.')}
  </section>`;
}

/** The switches for what goes wrong: of each provider those that it knows. */
export function faultsSection(
  context: SandboxContext,
  simulators: readonly Pick<Simulator, 'name' | 'faultKinds'>[],
): Html {
  const faults = context.faults.all().map(
    (fault) =>
      html`<tr>
        <td>${fault.provider}</td>
        <td>
          ${fault.kind}${fault.match?.path ? html`<br /><span class="soft mono">${fault.match.path}</span>` : null}
        </td>
        <td class="num">
          ${fault.count ?? (fault.rate === undefined ? 'always' : `${Math.round(fault.rate * 100)} %`)}
        </td>
        <td class="num">${fault.hits}</td>
        <td><button class="danger" data-delete="/control/faults/${fault.id}">Switch off</button></td>
      </tr>`,
  );
  const choices = simulators.map(
    ({ name, faultKinds }) =>
      html`<optgroup label="${name}">
        ${faultKinds.map((kind) => html`<option value="${name} ${kind}">${name}: ${kind}</option>`)}
      </optgroup>`,
  );
  return html`<section>
    <h2>Faults</h2>
    ${table(['Provider', 'Fault', 'Left', 'Hits', ''], faults, 'Everything works.')}
    <form id="fault-form" class="row" style="margin-top: 10px">
      <select name="fault" aria-label="Fault">
        ${choices}
      </select>
      <input name="amount" type="number" min="1" max="100" value="1" aria-label="How many" />
      <select name="unit" aria-label="Unit">
        <option value="count">times</option>
        <option value="rate">% of requests</option>
      </select>
      <input name="path" placeholder="path (regexp)" aria-label="Path" size="12" />
      <button>Switch on</button>
    </form>
  </section>`;
}

/** The latest webhook deliveries. */
export function webhooksSection(context: SandboxContext): Html {
  const rows = context.webhooks
    .deliveries()
    .slice(-8)
    .reverse()
    .map(
      ({ provider, topic, state, attempts, fault }) =>
        html`<tr>
          <td>${provider}</td>
          <td>${topic}</td>
          <td>${stateTag(state)} ${fault === undefined ? null : html`<span class="tag warn">${fault}</span>`}</td>
          <td class="soft">
            ${attempts.map(({ status, error }) => (status === 0 ? (error ?? 'no answer') : String(status))).join(', ')}
          </td>
        </tr>`,
    );
  return html`<section>
    <h2>Webhooks sent</h2>
    ${table(['Provider', 'Topic', 'State', 'Answers'], rows, 'None yet.')}
  </section>`;
}

/** What really happened, newest first. */
export function journalSection(context: SandboxContext): Html {
  const rows = context.journal
    .entries()
    .slice(-25)
    .reverse()
    .map(
      ({ at, provider, effect, reference, detail }) =>
        html`<tr>
          <td class="soft">${at.slice(11, 19)}</td>
          <td>${provider}</td>
          <td>${effect}</td>
          <td class="mono">${reference}</td>
          <td class="soft mono wide">${JSON.stringify(detail)}</td>
        </tr>`,
    );
  return html`<h2>Journal <small>what really happened</small></h2>
    ${table(['Time', 'Provider', 'Effect', 'Reference', 'Detail'], rows, 'Nothing happened yet.')}`;
}
