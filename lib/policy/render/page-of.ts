import { dayInWords } from './words/days';
import type { PageContext } from './context';
import { paragraph, type Page, type Section } from './page';
import { askingSection } from './sections/asking';
import { casesSection } from './sections/cases';
import { exclusionsSection } from './sections/exclusions';
import { feesSection } from './sections/fees';
import { itemConditionsSection } from './sections/item-conditions';
import { lawSection } from './sections/law';
import { methodsSection } from './sections/methods';
import { refundsSection } from './sections/refunds';
import { resolutionsSection } from './sections/resolutions';
import { togetherSection } from './sections/together';
import { windowsSection } from './sections/windows';

/** In the order in which a shopper asks. */
const sections: readonly ((context: PageContext) => Section | undefined)[] = [
  windowsSection,
  askingSection,
  exclusionsSection,
  itemConditionsSection,
  togetherSection,
  feesSection,
  resolutionsSection,
  methodsSection,
  refundsSection,
  casesSection,
  lawSection,
];

/** The page as headings, sentences and tables. */
export function pageOf(context: PageContext): Page {
  const { policy, locale, contact, say } = context;
  const { effectiveFrom, version, timeZone } = policy;
  return {
    locale,
    title: contact.name === undefined ? say('title') : say('title_of', { shop: contact.name }),
    lead:
      effectiveFrom === undefined
        ? []
        : [paragraph(say('valid_from', { date: dayInWords(effectiveFrom, locale, timeZone) }))],
    sections: sections.flatMap((section) => section(context) ?? []),
    foot: [paragraph(say('same_rules', { version }))],
  };
}
