import { html, Html } from './html';

const style = new Html(`
:root { --ink: #1f2430; --soft: #667085; --line: #e4e7ec; --paper: #fff; --ground: #f6f5f1; --accent: #3a5a8c; --good: #1e7d4f; --bad: #b42318; --warn: #a15c07; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; }
a { color: var(--accent); }
header { background: var(--ink); color: #fff; padding: 14px 24px; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; }
header a { color: #cdd8ea; text-decoration: none; }
header a:hover, header a[aria-current] { color: #fff; text-decoration: underline; }
header .brand { font-weight: 650; font-size: 17px; color: #fff; }
header nav { display: flex; gap: 18px; flex: 1; }
main { max-width: 1180px; margin: 0 auto; padding: 20px 24px 60px; }
h2 { font-size: 16px; margin: 28px 0 10px; display: flex; gap: 10px; align-items: baseline; }
h2 small { color: var(--soft); font-weight: 400; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; }
.pad { padding: 14px 16px; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: 12px; color: var(--soft); font-weight: 550; border-bottom: 1px solid var(--line); padding: 8px 14px; white-space: nowrap; }
td { padding: 9px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td.num, th.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.soft { color: var(--soft); font-size: 13px; }
td.fixed { white-space: nowrap; }
td.wide { overflow-wrap: anywhere; min-width: 260px; }
.mono { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 13px; }
.empty { padding: 18px 16px; color: var(--soft); }
.tag { display: inline-block; border-radius: 99px; padding: 1px 9px; font-size: 12px; background: #eef1f6; color: #344054; white-space: nowrap; }
.tag.good { background: #e3f4ea; color: var(--good); }
.tag.bad { background: #fdeceb; color: var(--bad); }
.tag.warn { background: #fdf3e1; color: var(--warn); }
button { font: inherit; font-size: 13px; border: 1px solid #cfd4dc; background: #fff; color: var(--ink); border-radius: 7px; padding: 3px 10px; cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--accent); color: var(--accent); }
button:disabled { opacity: .4; cursor: default; }
button.danger:hover { border-color: var(--bad); color: var(--bad); }
header button { background: transparent; color: #fff; border-color: #5a6478; }
header button:hover { color: #fff; border-color: #fff; }
.row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(330px, 1fr)); gap: 20px; }
select, input { font: inherit; font-size: 13px; padding: 3px 7px; border: 1px solid #cfd4dc; border-radius: 7px; background: #fff; max-width: 100%; }
input[type=number] { width: 74px; }
.tabs { display: flex; gap: 4px; padding: 10px 12px 0; border-bottom: 1px solid var(--line); }
.tabs a { padding: 6px 12px; border-radius: 7px 7px 0 0; text-decoration: none; color: var(--soft); }
.tabs a[aria-current] { background: var(--ground); color: var(--ink); font-weight: 550; }
iframe { border: 0; width: 100%; height: 640px; background: #fff; display: block; }
pre { margin: 0; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
@media (max-width: 640px) { main { padding: 12px 12px 40px; } header { padding: 12px; } td, th { padding: 7px 9px; } }
`);

export interface PageParts {
  title: string;
  /** Which entry of the menu this is. */
  path: string;
  now: string;
  content: Html;
  script?: Html;
}

/** The frame around every page: menu, clock, style. */
export function layout({ title, path, now, content, script }: PageParts): string {
  const entries = [
    ['/', 'Shop floor'],
    ['/mailbox', 'Mailbox'],
    ['/control/state', 'State as JSON'],
  ] as const;
  const menu = entries.map(
    ([href, text]) => html`<a href="${href}" ${href === path ? new Html('aria-current="page"') : ''}>${text}</a>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <span class="brand">Atelier Lune · sandbox</span>
          <nav>${menu}</nav>
          <span class="row">
            <time id="clock" datetime="${now}">${now.slice(0, 16).replace('T', ' ')} UTC</time>
            <button data-post="/control/clock" data-body='{"advanceMs":3600000}'>+1 hour</button>
            <button data-post="/control/clock" data-body='{"advanceMs":86400000}'>+1 day</button>
          </span>
        </header>
        <main>${content}</main>
        ${script}
      </body>
    </html>`.text;
}

/** Makes every `data-post` button do what it says and shows the page anew. */
export const buttonScript = new Html(`<script>
const send = async (method, url, body) => {
  const response = await fetch(url, { method, body: body || undefined });
  if (!response.ok) alert((await response.text()).slice(0, 300));
  location.reload();
};
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-post],[data-delete]');
  if (!button) return;
  button.disabled = true;
  if (button.dataset.post) send('POST', button.dataset.post, button.dataset.body);
  else send('DELETE', button.dataset.delete);
});
document.addEventListener('submit', (event) => {
  if (!event.target.matches('#fault-form')) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const [provider, kind] = fields.fault.split(' ');
  const fault = { provider, kind };
  if (fields.amount) fault[fields.unit] = fields.unit === 'rate' ? Number(fields.amount) / 100 : Number(fields.amount);
  if (fields.path) fault.match = { path: fields.path };
  send('POST', '/control/faults', JSON.stringify(fault));
});
let seen = document.body.dataset.seen;
setInterval(async () => {
  if (document.activeElement && document.activeElement.matches('input,select')) return;
  const response = await fetch('/page/version').catch(() => undefined);
  if (!response || !response.ok) return;
  const version = await response.text();
  if (seen !== undefined && version !== seen) location.reload();
  seen = version;
}, 1500);
</script>`);

/** An amount of minor units in words. */
export function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: currency.toUpperCase() });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** An instant as people read it. */
export function timeText(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

const good = new Set([
  'delivered',
  'succeeded',
  'SUCCESS',
  'refunded',
  'paid',
  'CLOSED',
  'OPEN',
  'APPROVED',
  'DELIVERED',
  'RETURN_OR_REFUND_REQUEST_SUCCESS',
  'RETURN_OR_REFUND_REQUEST_COMPLETE',
  'REPLACEMENT_REQUEST_COMPLETE',
  'CANCELLATION_REQUEST_COMPLETE',
]);
const bad = new Set([
  'failed',
  'failure',
  'canceled',
  'return_to_sender',
  'error',
  'DECLINED',
  'CANCELED',
  'dropped',
  'CANCELLED',
  'REFUND_OR_RETURN_REQUEST_REJECT',
  'REJECT_RECEIVE_PACKAGE',
  'REPLACEMENT_REQUEST_REJECT',
]);
const open = new Set([
  'pending',
  'requires_action',
  'submitted',
  'waiting',
  'REQUESTED',
  'out_for_delivery',
  'in_transit',
  'RETURN_OR_REFUND_REQUEST_PENDING',
  'REPLACEMENT_REQUEST_PENDING',
  'CANCELLATION_REQUEST_PENDING',
]);

/** A state as a coloured tag. */
export function stateTag(state: string): Html {
  const tone = good.has(state) ? 'good' : bad.has(state) ? 'bad' : open.has(state) ? 'warn' : '';
  return html`<span class="tag ${tone}">${state.replaceAll('_', ' ')}</span>`;
}
