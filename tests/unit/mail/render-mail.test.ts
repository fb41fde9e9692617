import { mailMessages, renderChat, renderMail, type MailInput } from '../../../lib/mail';
import { escapeHtml } from '../../../lib/mail/fill-template';
import { mailTexts } from '../../../lib/mail/texts';
import { locales, type Dossier } from '../../../lib/returns';
import { ensureCompiled } from './compiled';
import { dossier, dossierFor, extraFor, shop } from './dossier';

beforeAll(ensureCompiled);

const render = (input: Partial<MailInput> & Pick<MailInput, 'message'>) =>
  renderMail({ dossier: dossierFor(input.message), shop, extra: extraFor(input.message), ...input });

const everyMail = mailMessages.flatMap((message) => locales.map((locale) => [message, locale] as const));

/** What a reader of the HTML sees, as one line. */
const visible = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<head[\s\S]*?<\/head>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** What a mail says, line by line. */
const sentences = ({ subject, text }: { subject: string; text: string }): string[] =>
  [subject, ...text.split('\n')].map((line) => line.trim()).filter((line) => /\p{L}{2}/u.test(line));

/** Lines that come from the case as they are: links, the shop, and items whose line has no word of ours. */
const given = /^(https:|Maison Linge)/;

describe.each(everyMail)('%s in %s', (message, locale) => {
  it('leaves no placeholder and no mark of the template', async () => {
    const { html, text, subject } = await render({ message, locale });
    expect(html + text + subject).not.toMatch(/\{\{|\}\}|<!--[#^/]\w|undefined|\[object|\{\w+\}/);
  });

  it('says the same in plain text as in HTML', async () => {
    const { html, text } = await render({ message, locale });
    const seen = visible(html);
    const facts = text.split('\n').flatMap((line) => line.replace(/^(\d+\.|-|--) /, '').split(/\u00a0?: ?| \(|\)/));
    const missing = facts
      .map((fact) => escapeHtml(fact.trim()).replace(/\s+/g, ' '))
      .filter((fact) => fact !== '' && !html.includes(fact) && !seen.includes(fact));
    expect(missing).toEqual([]);
  });

  it('is marked with its language and direction, and made for dark screens too', async () => {
    const { html, locale: written } = await render({ message, locale });
    expect(written).toBe(locale);
    expect(html).toMatch(new RegExp(`<html\\s+lang="${locale}"\\s+dir="ltr"`));
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('stays far below the size at which mail clients cut a message', async () => {
    expect((await render({ message, locale })).html.length).toBeLessThan(60_000);
  });
});

describe('renderChat', () => {
  // What is owed is only ever said by mail: the chat has no way to know it.
  const said = mailMessages.filter((message) => !['shop_alert', 'payment_due'].includes(message));
  const everyChat = said.flatMap((message) => locales.map((locale) => [message, locale] as const));

  it.each(everyChat)('says %s in %s without a word of mails', async (message, locale) => {
    const input = { message, locale, shop, dossier: dossierFor(message) };
    const text = await renderChat(input);
    expect(text).not.toMatch(/mail|correo|^-- /im);
    expect(text).not.toContain(shop.email);
    expect(text).not.toMatch(/[<>]|\{|undefined/);
    expect(text.length).toBeLessThanOrEqual(2000);
    const mail = await renderMail(input);
    const [title = ''] = mail.text.split('\n');
    expect(text.startsWith(title)).toBe(true);
    expect(text).toContain(input.dossier.case.rma);
  });
});

describe('renderMail', () => {
  it('writes in the language of the request unless another one is asked for', async () => {
    expect((await render({ message: 'received' })).subject).toBe('Votre colis est arrivé (RMA-2026-000042)');
  });

  it.each([
    ['en', 'Your refund of €70.90', 'Refunded on: 10 November 2026'],
    ['fr', 'Votre remboursement de 70,90 €', 'Remboursé le : 10 novembre 2026'],
    ['de', 'Ihre Erstattung über 70,90 €', 'Erstattet am: 10. November 2026'],
    ['es', 'Su reembolso de 70,90 €', 'Fecha del reembolso: 10 de noviembre de 2026'],
    ['it', 'Il suo rimborso di 70,90 €', 'Data del rimborso: 10 novembre 2026'],
  ] as const)('writes amounts and dates in %s as people there do', async (locale, subject, date) => {
    const mail = await render({ message: 'refunded', locale });
    expect(mail.subject.replaceAll('\u00a0', ' ')).toBe(`${subject} (RMA-2026-000042)`);
    expect(mail.text.replaceAll('\u00a0', ' ')).toContain(date);
  });

  it.each([
    ['en', '1 piece', '2 pieces'],
    ['fr', '1 pièce', '2 pièces'],
    ['de', '1 Stück', '2 Stück'],
    ['es', '1 unidad', '2 unidades'],
    ['it', '1 pezzo', '2 pezzi'],
  ] as const)('counts items in %s', async (locale, one, two) => {
    const { text } = await render({ message: 'received', locale });
    expect(text).toContain(`M / sage · ${one})`);
    expect(text).toContain(`39–42 · ${two})`);
  });

  it.each(everyMail.filter(([, locale]) => locale !== 'en'))(
    'leaves nothing English in %s in %s',
    async (message, locale) => {
      const english = sentences(await render({ message, locale: 'en' }));
      const translated = sentences(await render({ message, locale }));
      expect(translated.filter((line) => english.includes(line) && !given.test(line))).toEqual([]);
    },
  );

  it('writes amounts as people do and dates in the time zone of the shop', async () => {
    const fr = await render({ message: 'refunded', locale: 'fr' });
    expect(fr.subject).toBe('Votre remboursement de 70,90 € (RMA-2026-000042)'.replace(' €', '\u00a0€'));
    expect(fr.text).toContain('Remboursé le\u00a0: 10 novembre 2026');
    expect((await render({ message: 'request_received', locale: 'fr' })).text).toContain('1er novembre 2026');
    const tokyo = { ...shop, timeZone: 'America/New_York' };
    expect((await render({ message: 'refunded', locale: 'en', shop: tokyo })).text).toContain('9 November 2026');
  });

  it('names the fee that was kept when only a part of the goods came, not the one that was decided', async () => {
    const whole = await render({ message: 'refunded', locale: 'en' });
    expect(whole.text).toContain('€3.00');
    const part = { ...dossier, case: { ...dossier.case, plannedFee: { amount: 150, currency: 'EUR' } } };
    const { text } = await render({ message: 'refunded', locale: 'en', dossier: part });
    expect(text).toContain('€1.50');
    expect(text).not.toContain('€3.00');
  });

  it('tells a refused shopper why, with the date', async () => {
    const { html, text } = await render({ message: 'rejected', locale: 'fr' });
    for (const part of [html, text]) expect(part).toContain('Le délai de retour s’est terminé le 3 novembre 2026.');
  });

  it('keeps the reason of a policy that had not refused out of a refusal by a person', async () => {
    const { text } = await render({ message: 'rejected', locale: 'en', dossier });
    expect(text).not.toContain('In time.');
  });

  it.each([
    ['refunded', { refund: undefined }],
    ['exchanged', { exchange: undefined }],
    ['payment_due', { exchange: undefined }],
    ['credited', { credit: undefined }],
  ] as const)('refuses to write "%s" before it has happened', async (message, missing) => {
    const incomplete = Object.fromEntries(
      Object.entries({ ...dossier, ...missing }).filter(([, value]) => value),
    ) as Dossier;
    await expect(render({ message, dossier: incomplete })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('asks for what a dearer exchange leaves to pay, with the page of the shop or by e-mail', async () => {
    const linked = await render({ message: 'payment_due', locale: 'en' });
    expect(linked.subject).toBe('Your exchange: €12.50 to pay (RMA-2026-000042)');
    expect(linked.html).toContain('href="https://maison-linge.example/pay/1001"');
    const { owed } = extraFor('payment_due');
    const { html, text } = await render({ message: 'payment_due', locale: 'en', ...(owed && { extra: { owed } }) });
    expect(text).toContain('Reply to this e-mail and we tell you how to pay.');
    expect(html).not.toContain('/pay/');
    await expect(render({ message: 'payment_due', extra: {} })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('tells the bonus apart from what the goods were worth', async () => {
    const planned = { amount: 7090, currency: 'EUR' };
    const { text } = await render({
      message: 'credited',
      locale: 'en',
      dossier: { ...dossier, case: { ...dossier.case, resolution: 'store_credit', planned } },
    });
    expect(text).toContain('Store credit: €77.99');
    expect(text).toContain('Of which a bonus: €7.09');
    expect((await render({ message: 'credited', locale: 'en' })).text).not.toContain('bonus');
  });

  it.each([
    ['en', 'You do not have to send anything back', 'We refund €70.90 now'],
    ['fr', 'Vous n’avez rien à renvoyer', 'Nous vous remboursons 70,90 € dès maintenant'],
    ['de', 'Sie müssen nichts zurücksenden', 'Wir erstatten Ihnen 70,90 € jetzt gleich'],
    ['es', 'No tiene que devolver nada', 'Le reembolsamos 70,90 € ahora mismo'],
    ['it', 'Non deve restituire nulla', 'Le rimborsiamo 70,90 € subito'],
  ] as const)('says in %s that the goods stay and the money comes at once', async (locale, stays, comes) => {
    const text = (await render({ message: 'approved_keep_item', locale })).text.replaceAll('\u00a0', ' ');
    expect(text).toContain(stays);
    expect(text).toContain(comes);
    expect(text).not.toContain('Colissimo');
  });

  it.each([
    ['refund', 'approved_keep_item.next.refund'],
    ['exchange', 'approved_keep_item.next.exchange'],
    ['store_credit', 'approved_keep_item.next.store_credit'],
  ] as const)('says what comes at once for kept goods: %s', async (resolution, key) => {
    const { text } = await render({
      message: 'approved_keep_item',
      locale: 'en',
      dossier: { ...dossier, case: { ...dossier.case, resolution } },
    });
    expect(text).toContain(mailTexts.en[key].replace('{amount}', '€70.90'));
  });

  it.each([
    ['refunded', 'Thank you for sending the items back', 'There is nothing to send back'],
    ['credited', 'that you sent back', 'which stay with you'],
    ['payment_due', 'the one you are sending back', 'the one that stays with you'],
  ] as const)('does not speak in "%s" of a parcel that never was', async (message, back, kept) => {
    expect((await render({ message, locale: 'en' })).text).toContain(back);
    const keeping = { ...dossier, case: { ...dossier.case, parcel: 'not_required' as const } };
    const { text } = await render({ message, locale: 'en', dossier: keeping });
    expect(text).toContain(kept);
    expect(text).not.toContain(back);
  });

  it('tells where to send the parcel when there is no label', async () => {
    const { label: _label, ...unlabelled } = dossier;
    const returnAddress = { name: 'Retours', line1: '5 rue du Lin', city: 'Lille', postalCode: '59000', country: 'FR' };
    const { text } = await render({
      message: 'approved_with_label',
      locale: 'en',
      dossier: unlabelled,
      shop: { ...shop, returnAddress },
    });
    expect(text).toContain('Send the parcel to: Retours, 5 rue du Lin, 59000 Lille, FR.');
    expect(text).not.toContain('label');
  });

  describe('with values that attack', () => {
    const attack = `<img src=x onerror=alert(1)>"'&\r\nBcc: thief@evil.example\u202e{name}{{title}}<!--#facts-->`;
    const attacked: Dossier = {
      ...dossier,
      case: {
        ...dossier.case,
        orderName: attack,
        lines: dossier.case.lines.map((line) => ({ ...line, title: attack, variantTitle: attack })),
      },
      order: { ...dossier.order, name: attack, customer: { ...dossier.order.customer, name: attack } },
      ...(dossier.label && {
        label: { ...dossier.label, url: 'javascript:alert(1)', trackingUrl: 'data:text/html,x', carrier: attack },
      }),
      ...(dossier.exchange && { exchange: { ...dossier.exchange, orderName: attack } }),
    };

    it.each(everyMail)('%s in %s shows them as text', async (message, locale) => {
      const extra = { ...extraFor(message), note: attack, failure: { message: attack, workflow: attack } };
      const { html, text, subject } = await render({ message, locale, dossier: attacked, extra });
      expect(html).not.toContain('<img src=x');
      expect(html).not.toMatch(/href="(javascript|data):/);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(html + text).not.toContain('\u202e');
    });
  });

  it.each([
    ['accentColor', '#12; } body { display:none'],
    ['logoUrl', 'javascript:alert(1)'],
    ['timeZone', 'Mars/Olympus'],
  ])('refuses a shop whose %s is not one', async (field, value) => {
    await expect(render({ message: 'received', shop: { ...shop, [field]: value } })).rejects.toMatchObject({
      code: 'invalid_input',
      context: { faults: [expect.stringContaining(field)] },
    });
  });

  it("dresses the letter in the shop's colour and logo", async () => {
    const dressed = { ...shop, accentColor: '#7a2048', logoUrl: 'https://shop.example/logo.png' };
    const { html } = await render({ message: 'approved_with_label', shop: dressed });
    expect(html).toContain('background:#7a2048');
    expect(html).toContain('src="https://shop.example/logo.png"');
    expect(html).not.toContain('#1f5f4a');
  });
});
