import { isToShop, mailMessages, renderChat, renderMail, shopMessages, type MailInput } from '../../../lib/mail';
import { escapeHtml } from '../../../lib/mail/fill-template';
import { mailTexts } from '../../../lib/mail/texts';
import { locales, parseWith, refundSchema, type Dossier } from '../../../lib/returns';
import { ensureCompiled } from './compiled';
import { deadline, dossier, dossierFor, extraFor, failedRefund, shop } from './dossier';

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
  const said = mailMessages.filter((message) => !isToShop(message) && message !== 'payment_due');
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

  it('says that a person refused, and that the reason comes by an answer', async () => {
    const { html, text } = await render({ message: 'rejected', locale: 'en', dossier });
    for (const part of [html, text]) {
      expect(part).toContain('A member of our team has decided this. If you would like to know why, reply');
    }
    expect((await render({ message: 'rejected', locale: 'en' })).text).not.toContain('member of our team');
    // Where a marketplace's clock runs, it may have been the workflow.
    expect(await renderChat({ message: 'rejected', locale: 'en', shop, dossier })).not.toContain('member of our team');
  });

  it('names the carrier as people do, and one without another name as the provider has it', async () => {
    const carried = (carrierName?: string): Dossier => ({
      ...dossier,
      ...(dossier.label && {
        label: { ...dossier.label, carrier: 'MondialRelay', ...(carrierName && { carrierName }) },
      }),
    });
    const { text } = await render({ message: 'approved_with_label', locale: 'en', dossier: carried('Mondial Relay') });
    expect(text).toContain('Carrier: Mondial Relay');
    expect(text).toContain('hand it to Mondial Relay.');
    expect(text).not.toContain('MondialRelay');
    expect((await render({ message: 'in_transit', locale: 'en', dossier: carried('Mondial Relay') })).text).toContain(
      'Carrier: Mondial Relay',
    );
    expect((await render({ message: 'in_transit', locale: 'en', dossier: carried() })).text).toContain('MondialRelay');
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

  describe('to the shop', () => {
    it.each(locales)('gives each kind of alert a subject of its own in %s', async (locale) => {
      const subjects = await Promise.all(
        shopMessages.map(async (message) => (await render({ message, locale })).subject),
      );
      expect(new Set(subjects).size).toBe(shopMessages.length);
      for (const subject of subjects) expect(subject).toContain('RMA-2026-000042');
    });

    it.each(shopMessages.filter((message) => !['shop_alert', 'shop_given_up'].includes(message)))(
      'does not say in "%s" that a workflow failed or tries again',
      async (message) => {
        const { subject, text } = await render({ message, locale: 'en' });
        expect(subject + text).not.toMatch(/workflow (failed|could not)|tries again by itself for|execution/);
      },
    );

    it('says of a refund that failed why, whom it concerns, and what to do', async () => {
      const { subject, html, text } = await render({ message: 'shop_refund_failed', locale: 'en' });
      expect(subject).toBe('The refund of €70.90 failed (RMA-2026-000042)');
      for (const part of [html, text]) {
        expect(part).toContain('the card has expired or was cancelled (expired_or_canceled_card)');
        expect(part).toContain('Chloé Lefèvre, chloe@shopper.example');
        expect(part).toContain('stripe re_1');
        expect(part).toContain('Pay €70.90 in another way');
      }
    });

    it.each([
      ['refunded', 'On 10 November 2026 the shopper got the mail that the money is on its way.'],
      ['received', 'If the shopper was told that the money is on its way, they wait for it'],
    ])('knows after the mail "%s" what the shopper was told', async (message, told) => {
      const email = { message, messageId: '1', subject: '', locale: 'fr' as const, sentAt: '2026-11-09T23:40:00Z' };
      const { text } = await render({
        message: 'shop_refund_failed',
        locale: 'en',
        dossier: { ...dossierFor('shop_refund_failed'), email },
      });
      expect(text).toContain(told);
    });

    it('names the day until which the law wants the refund', async () => {
      const { decision } = dossier;
      const refundDeadline = { days: 14, countedFrom: 'request', endsAt: '2026-11-14T22:59:59Z', mayWithhold: true };
      const due = decision && { ...dossierFor('shop_refund_failed'), decision: { ...decision, refundDeadline } };
      const { text } = await render({ message: 'shop_refund_failed', locale: 'en', ...(due && { dossier: due }) });
      expect(text).toContain('By law to be paid by: 14 November 2026');
    });

    it.each([
      [{ failureReason: 'lost_or_stolen_card' }, 'the card was reported as lost or stolen (lost_or_stolen_card)'],
      [{ failureReason: 'unknown' }, 'no reason was given (unknown)'],
      [{ failureReason: 'toString' }, 'What the provider says: toString'],
      [{ failureReason: 'PROCESSING_ERROR' }, 'What the provider says: PROCESSING_ERROR'],
      [{ failureReason: undefined }, 'no reason was given (failed)'],
      [{ failureReason: undefined, status: 'canceled', providerStatus: 'canceled' }, 'was cancelled (canceled)'],
    ] as const)('says %o in words where it knows them', async (change, words) => {
      const { failureReason: _known, ...refund } = failedRefund;
      const { failureReason, ...others } = change as { failureReason?: string };
      const { text } = await render({
        message: 'shop_refund_failed',
        locale: 'en',
        dossier: {
          ...dossier,
          refund: { ...refund, ...others, ...(failureReason !== undefined && { failureReason }) },
        },
      });
      expect(text).toContain(words);
    });

    it('gives with it the refund that settles the case by hand, of which the shopper then reads', async () => {
      const { text } = await render({ message: 'shop_refund_failed', locale: 'en' });
      const [given = ''] = /\{.*\}/.exec(text) ?? [];
      const refund = parseWith(refundSchema, JSON.parse(given), 'the refund of the mail');
      expect(refund).toMatchObject({ provider: 'by_hand', status: 'succeeded', amount: failedRefund.amount });
      const told = await render({ message: 'refunded', locale: 'en', dossier: { ...dossier, refund } });
      expect(told.text).toContain('in another way than to the payment method');
      expect(told.text).not.toContain('back to the payment method');
    });

    it('says until when a marketplace waits, in the time zone of the shop, and what happens then', async () => {
      const { subject, text } = await render({ message: 'shop_deadline', locale: 'en' });
      const when = '4 November 2026, 14:30 (Europe/Paris)';
      expect(subject).toBe(`TikTok Shop decides on case RMA-2026-000042 by itself: ${when}`);
      expect(text).toContain(`If it has none by ${when}, it decides by itself.`);
    });

    const undecided: Dossier = { ...dossier, case: { ...dossier.case, decision: 'in_review' } };
    const byHand = { endsAt: deadline.endsAt, marketplace: deadline.marketplace, awaits: deadline.awaits };
    it.each([
      [deadline, undecided, 'If nobody has decided 4 hours before that, the workflow approves the return.'],
      [
        { ...deadline, byDefault: { decision: 'reject' as const, hoursBefore: 1 } },
        undecided,
        'If nobody has decided 1 hour before that, the workflow rejects the return.',
      ],
      [byHand, undecided, 'The workflow decides nothing before that'],
      [deadline, undecided, 'Open the mail “Return RMA-2026-000042: approve or reject?”'],
      [deadline, dossier, 'The case was approved here, but TikTok Shop has not been told yet.'],
      [{ ...deadline, awaits: 'inspection' as const }, dossier, 'TikTok Shop pays the shopper by itself.'],
      [{ ...deadline, awaits: 'inspection' as const }, dossier, 'Inspect the parcel with the form of template 06'],
    ])('says what the workflow does before that, and what a person can do (%#)', async (given, about, words) => {
      const extra = { deadline: given };
      const { html, text } = await render({ message: 'shop_deadline', locale: 'en', extra, dossier: about });
      for (const part of [visible(html), text]) expect(part).toContain(words);
    });

    it('names what is still owed after an exchange', async () => {
      const { subject, text } = await render({ message: 'shop_money_owed', locale: 'en' });
      expect(subject).toBe('€12.50 is still owed to the shopper (RMA-2026-000042)');
      expect(text).toContain('Nothing more is paid by itself.');
    });

    it('says of what was given up that nothing tries it again, and how to hand it over once more', async () => {
      const { text } = await render({ message: 'shop_given_up', locale: 'en' });
      expect(text).toContain('EasyPost refused the address');
      expect(text).toContain('Replay');
      expect(text).not.toContain('tries again by itself');
    });

    it.each([
      ['shop_deadline', 'deadline'],
      ['shop_money_owed', 'owed'],
    ] as const)('refuses to write "%s" without its %s', async (message, chapter) => {
      await expect(render({ message, extra: {} })).rejects.toMatchObject({ context: { message, chapter } });
    });
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
