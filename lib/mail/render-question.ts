import { parseWith } from '../returns';
import { mailShopSchema } from './mail';
import { oneLine } from './one-line';
import {
  questionExtraSchema,
  questionMessageSchema,
  type Question,
  type QuestionExtra,
  type QuestionInput,
} from './question';
import { questionHtml, questionText } from './question-fragment';
import { questions } from './questions';
import type { QuestionLetter } from './questions/parts';
import { speakerOf } from './speaker';

/** See `renderQuestion` of load-rendering.ts, which everybody calls. */
export async function renderQuestion({ dossier, locale, ...input }: QuestionInput): Promise<Question> {
  const message = parseWith(questionMessageSchema, input.message, 'the message');
  const shop = parseWith(mailShopSchema, input.shop, 'the shop');
  const extra = parseWith(questionExtraSchema, input.extra ?? {}, 'the options of the question');
  const speaker = await speakerOf(locale, shop.timeZone);
  const letter = tidied(questions[message]({ dossier, speaker }), extra);
  const { rma } = dossier.case;
  const { subject, approve, reject } = letter;
  return {
    message,
    subject,
    html: questionHtml(letter, rma, locale),
    text: questionText(letter, rma, locale),
    approve,
    reject,
    locale,
  };
}

/** Every value may come from outside: each stays within its line. What says nothing is left out. */
function tidied({ goods, facts, paragraphs, ...words }: QuestionLetter, { note }: QuestionExtra): QuestionLetter {
  return {
    ...words,
    subject: oneLine(words.subject),
    goods: goods.map(({ title, strong, details, quoted }) => ({
      title: oneLine(title),
      ...(strong !== undefined && { strong }),
      details: oneLine(details),
      ...(quoted !== undefined && { quoted: oneLine(quoted) }),
    })),
    facts: facts.map((fact) => ({ ...fact, value: oneLine(fact.value) })),
    paragraphs: [...paragraphs, { text: note ?? '' }]
      .map(({ strong, text }) => ({ ...(strong !== undefined && { strong: oneLine(strong) }), text: oneLine(text) }))
      .filter(({ strong, text }) => strong !== undefined || text !== ''),
  };
}
