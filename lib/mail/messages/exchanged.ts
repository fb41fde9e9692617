import type { Money } from '../../returns';
import type { Fact } from '../letter';
import { ensureChapter, shopperLetter, type Compose, type Occasion } from './parts';

export const exchanged: Compose = (occasion) => {
  const { dossier, speaker } = occasion;
  const { rma, orderName: order } = dossier.case;
  const exchange = ensureChapter(dossier.exchange, 'exchange', 'exchanged');
  return shopperLetter(occasion, {
    subject: speaker.say('exchanged.subject', { rma }),
    preheader: speaker.say('exchanged.preheader', { order }),
    title: speaker.say('exchanged.title'),
    lead: [speaker.say('exchanged.lead', { newOrder: exchange.orderName })],
    facts: [{ label: speaker.say('fact.exchange_order'), value: exchange.orderName }, ...differenceFacts(occasion)],
    items: {
      heading: speaker.say('exchanged.heading.items'),
      rows: exchange.lines.map(({ title, quantity }) => ({
        title: title,
        detail: speaker.say('item.quantity', { count: quantity }),
        amount: '',
      })),
    },
    steps: [speaker.say('exchanged.next.ship'), ...differenceSteps(occasion), speaker.say('exchanged.next.done')],
  });
};

/** What the new goods cost less, where it is paid back; a refund that failed is not spoken of. */
const differenceOf = ({ dossier: { refund } }: Occasion): Money | undefined =>
  refund && ['succeeded', 'pending'].includes(refund.status) ? refund.amount : undefined;

function differenceFacts(occasion: Occasion): Fact[] {
  const amount = differenceOf(occasion);
  return amount ? [{ label: occasion.speaker.say('fact.refunded'), value: occasion.speaker.amount(amount) }] : [];
}

function differenceSteps(occasion: Occasion): string[] {
  const { speaker } = occasion;
  const amount = differenceOf(occasion);
  return amount ? [speaker.say('exchanged.next.difference', { amount: speaker.amount(amount) })] : [];
}
