import { html, Html } from '../page/html';
import { buttonScript, layout, timeText } from '../page/layout';
import { type StoredMail, summaryOf } from './mailbox';

export const views = ['html', 'text', 'headers', 'source'] as const;
export type View = (typeof views)[number];

const viewNames: Readonly<Record<View, string>> = {
  html: 'As seen',
  text: 'Plain text',
  headers: 'Headers',
  source: 'Source',
};

function sizeText(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(0)} kB`;
}

/** The list of mails, newest first. */
export function mailboxPage(mails: readonly StoredMail[], now: string): string {
  const rows = [...mails].reverse().map((mail) => {
    const { id, at, from, to, subject, attachments } = summaryOf(mail);
    return html`<tr>
      <td class="soft">${timeText(at)}</td>
      <td>${to}<br /><span class="soft">from ${from}</span></td>
      <td><a href="/mailbox/${id}">${subject === '' ? '(no subject)' : subject}</a></td>
      <td class="soft">${attachments.map(({ filename }) => html`${filename}<br />`)}</td>
    </tr>`;
  });
  const table = html`<table>
    <thead>
      <tr>
        <th>Received</th>
        <th>To</th>
        <th>Subject</th>
        <th>Attachments</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  const content = html`<h2>Mailbox <small>${mails.length} messages</small></h2>
    <div class="card">${rows.length === 0 ? html`<p class="empty">No mail yet.</p>` : table}</div>`;
  return layout({ title: 'Mailbox', path: '/mailbox', now, content, script: buttonScript });
}

function viewOf(mail: StoredMail, view: View): Html {
  switch (view) {
    case 'html':
      return html`<iframe
        title="Message"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src="/mailbox/${mail.id}/html"
      ></iframe>`;
    case 'text':
      return html`<pre>${mail.parsed.text ?? '(no plain text)'}</pre>`;
    case 'headers':
      return html`<pre>${mail.parsed.headerLines.map(({ line }) => line).join('\n')}</pre>`;
    case 'source':
      return html`<pre>${mail.raw.toString('utf8')}</pre>`;
  }
}

/** One mail: as its reader sees it, its other faces, its attachments. */
export function mailPage(mail: StoredMail, asked: View, now: string): string {
  const { id, at, from, to, subject, attachments } = summaryOf(mail);
  const tabs = views.map(
    (view) =>
      html`<a href="/mailbox/${id}?view=${view}" ${view === asked ? new Html('aria-current="page"') : ''}
        >${viewNames[view]}</a
      >`,
  );
  const files = attachments.map(
    ({ index, filename, contentType, size }) =>
      html`<div class="row">
          <a href="/mailbox/${id}/attachments/${index}" target="_blank">${filename}</a>
          <span class="soft">${contentType}, ${sizeText(size)}</span>
          <a class="soft" href="/mailbox/${id}/attachments/${index}?download=1" download>Download</a>
        </div>
        ${
          contentType === 'application/pdf'
            ? html`<iframe title="${filename}" src="/mailbox/${id}/attachments/${index}"></iframe>`
            : null
        }`,
  );
  const content = html`<p><a href="/mailbox">All mails</a></p>
    <div class="card">
      <div class="pad">
        <strong>${subject === '' ? '(no subject)' : subject}</strong><br />
        <span class="soft">From ${from}<br />To ${to}<br />${timeText(at)} UTC</span>
      </div>
      <div class="tabs">${tabs}</div>
      ${viewOf(mail, asked)}
    </div>
    ${
      files.length === 0
        ? null
        : html`<h2>Attachments</h2>
            <div class="card pad">${files}</div>`
    }`;
  return layout({ title: subject, path: '/mailbox', now, content, script: buttonScript });
}

/** The message's own HTML with its inline pictures, or its text when it has none. Links open a new tab. */
export function messageDocument(mail: StoredMail): string {
  const { parsed, id } = mail;
  if (parsed.html === false || parsed.html === '')
    return html`<!doctype html><meta charset="utf-8" />
      <pre style="white-space:pre-wrap;font:15px/1.5 sans-serif">${parsed.text}</pre>`.text;
  const withPictures = parsed.html.replace(/cid:([^"'\s)>]+)/g, (whole, cid: string) => {
    const index = parsed.attachments.findIndex((attachment) => attachment.cid === decodeURIComponent(cid));
    return index < 0 ? whole : `/mailbox/${id}/attachments/${index}`;
  });
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(withPictures)
    ? withPictures.replace(/<head[^>]*>/i, (head) => head + base)
    : `<!doctype html><meta charset="utf-8">${base}${withPictures}`;
}
