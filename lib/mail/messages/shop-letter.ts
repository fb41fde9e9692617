import type { Fact, Letter } from '../letter';
import type { Occasion } from './parts';

/** What every letter to the shop has: what it needs to find the case, and that nobody else reads it. */
export function shopLetter(
  { dossier, extra, speaker }: Occasion,
  parts: Pick<Letter, 'subject' | 'preheader' | 'title' | 'button'> & {
    readonly lead: readonly string[];
    /** A fact that is not known is left out. */
    readonly facts: readonly (readonly [label: string, value: string | undefined])[];
    readonly steps: readonly string[];
  },
): Letter {
  const { lead, facts, steps, ...rest } = parts;
  const { rma, orderName, decision, parcel, settlement } = dossier.case;
  const known: typeof facts = [
    ...facts,
    [speaker.say('fact.rma'), rma],
    [speaker.say('fact.order'), orderName],
    [speaker.say('shop_alert.fact.state'), speaker.say('shop_alert.state', { decision, parcel, settlement })],
  ];
  return {
    ...rest,
    paragraphs: [...lead, ...(extra.note === undefined ? [] : [extra.note])],
    facts: known.flatMap(([label, value]): Fact[] => (value === undefined ? [] : [{ label, value }])),
    next: { heading: speaker.say('shop_alert.heading.do'), steps },
    footer: [speaker.say('shop_alert.footer')],
  };
}

/** Whom the shop can write to. */
export function shopperOf({ order }: Occasion['dossier']): string | undefined {
  const { name, email } = order.customer;
  const parts = [name.trim(), email].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
