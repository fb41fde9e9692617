import { parseWith } from '../returns';
import { fillTemplate } from './fill-template';
import { loadLayout } from './layout';
import { tidied, type Letter } from './letter';
import { mailExtraSchema, mailMessageSchema, mailShopSchema, type Mail, type MailInput } from './mail';
import { messages } from './messages';
import { chatText, plainText } from './plain-text';
import { speakerOf, type Place } from './speaker';

const DEFAULT_ACCENT = '#1f5f4a';

/** See `renderMail` of load-rendering.ts, which everybody calls. */
export async function renderMail(input: MailInput): Promise<Mail> {
  const { message, shop, locale, letter } = await compose(input, 'mail');
  const layout = await loadLayout();
  const html = fillTemplate(layout, {
    ...letterView(letter),
    lang: locale,
    dir: 'ltr',
    shopName: shop.name,
    logoUrl: shop.logoUrl,
    accent: shop.accentColor ?? DEFAULT_ACCENT,
  });
  return {
    message,
    subject: letter.subject,
    html,
    text: plainText(letter, locale),
    locale,
  };
}

/** See `renderChat` of load-rendering.ts. */
export async function renderChat(input: MailInput): Promise<string> {
  const { letter, locale } = await compose(input, 'chat');
  return chatText(letter, locale);
}

async function compose(input: MailInput, place: Place) {
  const message = parseWith(mailMessageSchema, input.message, 'the message');
  const shop = parseWith(mailShopSchema, input.shop, 'the shop');
  const extra = parseWith(mailExtraSchema, input.extra ?? {}, 'the options of the message');
  const locale = input.locale ?? input.dossier.request.locale;
  const speaker = await speakerOf(locale, shop.timeZone, place);
  const letter = tidied(messages[message]({ dossier: input.dossier, shop, extra, speaker }));
  return { message, shop, locale, letter };
}

/** What the layout needs beside the words: where a list starts, and numbers for the steps. */
function letterView({ items, next, ...letter }: Letter): Record<string, unknown> {
  return {
    ...letter,
    items: items && {
      ...items,
      rows: items.rows.map((row, index) => ({ ...row, position: index === 0 ? 'first' : '' })),
    },
    next: next && { ...next, steps: next.steps.map((text, index) => ({ number: `${index + 1}.`, text })) },
  };
}
