import { ensureChapter, shopperLetter, type Compose } from './parts';

export const exchanged: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const exchange = ensureChapter(dossier.exchange, 'exchange', 'exchanged');
  return shopperLetter(occasion, {
    subject: speaker.say('exchanged.subject', { rma }),
    preheader: speaker.say('exchanged.preheader', { order }),
    title: speaker.say('exchanged.title'),
    lead: [speaker.say('exchanged.lead', { newOrder: exchange.orderName })],
    facts: [{ label: speaker.say('fact.exchange_order'), value: exchange.orderName }],
    items: {
      heading: speaker.say('exchanged.heading.items'),
      rows: exchange.lines.map(({ title, quantity }) => ({
        title: title,
        detail: speaker.say('item.quantity', { count: quantity }),
        amount: '',
      })),
    },
    steps: [speaker.say('exchanged.next.ship'), speaker.say('exchanged.next.done')],
  });
};
