import { vocabularyWords } from '../../returns/words';
import { keptGoods, lawWarnings } from './cautions';
import {
  quotedNote,
  shopperFacts,
  titled,
  type ComposeQuestion,
  type Inquiry,
  type QuestionFact,
  type QuestionGoods,
  type QuestionParagraph,
} from './parts';

/** The policy does not decide by itself: all that a person needs to approve or reject. */
export const review: ComposeQuestion = (inquiry) => {
  const { dossier, speaker } = inquiry;
  return {
    subject: speaker.say('shop_review.subject', { rma: dossier.case.rma }),
    goods: askedGoods(inquiry),
    facts: [
      ...shopperFacts(inquiry),
      { label: speaker.say('fact.order'), value: orderInWords(inquiry) },
      { label: speaker.say('shop_review.fact.wish'), value: wishInWords(inquiry) },
      ...stakeFacts(inquiry),
      ...shownFacts(inquiry),
    ],
    paragraphs: [{ text: whyAsked(inquiry) }, ...lawWarnings(inquiry), ...keptGoods(inquiry), afterRejection(inquiry)],
    approve: speaker.say('shop_review.approve'),
    reject: speaker.say('shop_review.reject'),
  };
};

function askedGoods({ dossier, speaker }: Inquiry): QuestionGoods[] {
  const words = vocabularyWords[speaker.locale];
  return dossier.case.lines.map((line) => {
    const asked = dossier.request.lines.find(({ orderLineId }) => orderLineId === line.orderLineId);
    const details = [
      words.reason[line.reason],
      // A channel's own code, for which nobody has words: `too_tight` at least reads as two.
      asked?.subReason?.replaceAll('_', ' '),
      asked?.exchangeFor && speaker.say('item.exchange', { title: asked.exchangeFor.title }),
    ];
    return {
      title: titled(line.requested, line.title, line.variantTitle),
      details: details.filter(Boolean).join(', '),
      ...quotedNote(asked?.note, speaker),
    };
  });
}

function orderInWords({ dossier: { order }, speaker }: Inquiry): string {
  const words = { order: order.name, date: speaker.date(order.placedAt), total: speaker.amount(order.total) };
  return order.deliveredAt === undefined
    ? speaker.say('shop_review.order', words)
    : speaker.say('shop_review.order.delivered', { ...words, delivered: speaker.date(order.deliveredAt) });
}

const wishInWords = ({ dossier, speaker }: Inquiry): string =>
  vocabularyWords[speaker.locale].resolution[dossier.case.resolution];

function stakeFacts({ dossier: { decision }, speaker }: Inquiry): QuestionFact[] {
  const amount = decision?.parts?.total ?? decision?.refundable;
  return amount === undefined || amount.amount <= 0
    ? []
    : [{ label: speaker.say('shop_review.fact.amount'), value: speaker.amount(amount) }];
}

/** What the shopper says and shows. */
function shownFacts({ dossier, speaker }: Inquiry): QuestionFact[] {
  const files = (dossier.case.evidence ?? []).map(({ name }) => name).join(', ');
  return [
    { label: speaker.say('shop_review.fact.note'), value: dossier.request.note?.trim() ?? '' },
    { label: speaker.say('shop_review.fact.evidence'), value: files },
  ].filter(({ value }) => value !== '');
}

/** Rules of the policy that ask for a person, where there are words for them beside the policy's own. */
const rules = {
  'routing.above': 'shop_review.why.above',
  'routing.goods': 'shop_review.why.goods',
  'routing.reason': 'shop_review.why.reason',
  mixed_lines: 'shop_review.why.mixed',
} as const;

const isKnown = (rule: string): rule is keyof typeof rules => Object.hasOwn(rules, rule);

function whyAsked({ dossier: { decision }, speaker }: Inquiry): string {
  const rule = decision?.rule;
  const why = rule !== undefined && isKnown(rule) ? speaker.say(rules[rule]) : '';
  const reason = decision?.reason.agent.trim() ?? '';
  // The policy writes it for the editor, in English: in another language it is told as a quotation.
  return [why, reason && speaker.say('shop_review.policy', { reason })].filter(Boolean).join(' ');
}

/** What Reject does: whose return was taken over from elsewhere hears nothing from here. */
const afterRejection = ({ dossier, speaker }: Inquiry): QuestionParagraph => ({
  text: speaker.say(dossier.case.references['importedAs'] ? 'shop_review.imported' : 'shop_review.told'),
});
