import { ReturnsError, type Locale } from '../../returns';
import type { Policy } from '../document/policy-schema';
import { isCountry } from '../facts';
import { lawAt } from '../law/law-at';
import { shopCalendar } from '../shop-calendar';
import { contextOf, type Contact } from './context';
import { toHtml } from './html';
import { toMarkdown } from './markdown';
import { pageOf } from './page-of';

export interface RenderOptions {
  readonly locale: Locale;
  readonly format: 'html' | 'markdown';
  /** The day whose law is named: rights hold for purchases from then on. */
  readonly now: Date;
  /** ISO 3166-1 of the shopper: whose law is named. Without it that of the European Union, as for a request. */
  readonly country?: string | undefined;
  /** The part of ISO 3166-2 after the country, where a part has a law of its own: `NY`, `SCT`. */
  readonly region?: string | undefined;
  /** A marketplace whose promises to its buyers are named too: `tiktok_shop`. */
  readonly channel?: string | undefined;
  readonly contact?: Contact | undefined;
  /** HTML: a whole page (the default), or only the article, to be put into a page of the shop. */
  readonly whole?: boolean | undefined;
}

/**
 * The returns page of a shop, from the same document by which requests are decided, with the rights of the shopper's
 * country. What the shop does not announce is left out: days of grace, when goods may be kept, who is looked at.
 * The answer is safe to publish: all texts are escaped, there is no script and nothing to fetch.
 * @throws ReturnsError `invalid_input` for a country that does not exist
 */
export function renderPolicy(policy: Policy, options: RenderOptions): string {
  const { locale, format, now, country, region, channel, contact = {}, whole = true } = options;
  if (country !== undefined && !isCountry(country)) {
    throw new ReturnsError('invalid_input', 'The country of the page does not exist', {
      description: 'Give an ISO 3166-1 code such as FR.',
      context: { country },
    });
  }
  const law = lawAt(country, region, shopCalendar(policy.timeZone).dayOf(now.getTime()));
  const page = pageOf(contextOf({ policy, locale, law, country, channel, contact }));
  return format === 'html' ? toHtml(page, whole) : toMarkdown(page);
}
