import { paidUnits } from '../../returns';
import { vocabularyWords } from '../../returns/words';
import { ensureChapter } from '../messages/parts';
import type { QuestionMessage } from '../question';
import {
  quotedNote,
  shopperFacts,
  titled,
  type ComposeQuestion,
  type Inquiry,
  type QuestionGoods,
  type QuestionParagraph,
} from './parts';

/** What came back is not as expected: whether it is settled all the same. */
export const afterInspection =
  (message: Exclude<QuestionMessage, 'shop_review'>): ComposeQuestion =>
  (inquiry) => {
    const { dossier, speaker } = inquiry;
    const reject = speaker.say(`${message}.reject`);
    return {
      subject: speaker.say(`${message}.subject`, { rma: dossier.case.rma }),
      goods: foundGoods(inquiry, message),
      facts: [...shopperFacts(inquiry), { label: speaker.say('fact.order'), value: dossier.order.name }],
      paragraphs: [{ text: speaker.say(`${message}.choice`) }, ...nothingBack(inquiry, reject)],
      approve: speaker.say(`${message}.approve`),
      reject,
    };
  };

/** To say yes would only fail then. */
function nothingBack({ dossier: { case: of }, speaker }: Inquiry, reject: string): QuestionParagraph[] {
  return of.lines.some((line) => paidUnits(of, line) > 0)
    ? []
    : [{ strong: speaker.say('question.nothing_back'), text: speaker.say('question.nothing_back.then', { reject }) }];
}

function foundGoods({ dossier, speaker }: Inquiry, message: QuestionMessage): QuestionGoods[] {
  const { grade: grades } = vocabularyWords[speaker.locale];
  const { lines } = ensureChapter(dossier.inspection, 'inspection', message);
  return lines.map(({ orderLineId, quantity, grade, note }) => {
    const line = dossier.case.lines.find((candidate) => candidate.orderLineId === orderLineId);
    return {
      title: titled(quantity, line?.title ?? orderLineId, line?.variantTitle),
      strong: grades[grade],
      details: '',
      ...quotedNote(note, speaker),
    };
  });
}
