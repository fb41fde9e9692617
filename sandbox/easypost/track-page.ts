import { html } from '../page/html';
import { layout, stateTag, timeText } from '../page/layout';
import type { Tracker } from './objects';

/** The public page behind a tracker's link, for the shopper. */
export function trackPage(tracker: Tracker, now: string): string {
  const rows = [...tracker.tracking_details].reverse().map(
    ({ datetime, message, status, tracking_location: place }) =>
      html`<tr>
        <td class="soft">${timeText(datetime)}</td>
        <td>${message}</td>
        <td class="soft">${[place.city, place.country].filter((part) => part !== null).join(', ')}</td>
        <td>${stateTag(status)}</td>
      </tr>`,
  );
  const content = html`<h2>${tracker.carrier} ${tracker.tracking_code} ${stateTag(tracker.status)}</h2>
    <div class="card">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  return layout({ title: `Parcel ${tracker.tracking_code}`, path: '', now, content });
}
