import type { Locale } from '../returns';
import { fillTemplate, parseTemplate } from './fill-template';
import { colonIn } from './plain-text';
import type { QuestionFact, QuestionLetter } from './questions/parts';

/** It stands in the frame of another: its language is said and its text set to the left, whatever is around it. */
const fragment = parseTemplate(
  [
    '<div lang="{{lang}}" style="text-align: left"><p><b>{{rma}}</b></p>',
    '<ul><!--#goods--><li>{{title}}{{colon}}<!--#strong--><b>{{.}}</b><!--/strong-->{{details}}<!--#quoted--> – {{.}}<!--/quoted--></li><!--/goods--></ul>',
    '<!--#facts--><div>{{label}}{{colon}}<b>{{value}}<!--#mailto-->{{before}}<a href="{{url}}">{{email}}</a><!--/mailto--></b></div><!--/facts-->',
    '<!--#paragraphs--><p><!--#strong--><b>{{.}}</b> <!--/strong-->{{text}}</p><!--/paragraphs--></div>',
  ].join(''),
);

/** n8n turns the named entities of a message back into the signs they stand for before it sends it, and no others. */
const numericEntities: Readonly<Record<string, string>> = {
  '&amp;': '&#38;',
  '&lt;': '&#60;',
  '&gt;': '&#62;',
  '&quot;': '&#34;',
  '&#39;': '&#x27;',
};

/** A question as HTML without a page around it. Every value is escaped in a way that outlives n8n's send-and-wait nodes. */
export function questionHtml({ goods, facts, paragraphs }: QuestionLetter, rma: string, locale: Locale): string {
  const view = { lang: locale, rma, colon: colonIn(locale), goods, facts: facts.map(factView(rma)), paragraphs };
  return fillTemplate(fragment, view).replace(
    /&(?:amp|lt|gt|quot|#39);/g,
    (entity) => numericEntities[entity] ?? entity,
  );
}

const factView =
  (rma: string) =>
  ({ label, value, email }: QuestionFact): Readonly<Record<string, unknown>> => ({
    label,
    value,
    mailto: email === undefined ? undefined : { email, before: before(value), url: mailtoOf(email, rma) },
  });

const before = (value: string): string => (value === '' ? '' : ', ');

const mailtoOf = (email: string, rma: string): string =>
  `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(rma)}`;

/** The same for whoever reads plain text. */
export function questionText({ goods, facts, paragraphs }: QuestionLetter, rma: string, locale: Locale): string {
  const colon = colonIn(locale);
  const sections = [
    rma,
    goods
      .map(
        ({ title, strong = '', details, quoted }) =>
          `- ${[`${title}${colon}${strong}${details}`, quoted].filter(Boolean).join(' – ')}`,
      )
      .join('\n'),
    facts.map(({ label, value, email }) => `${label}${colon}${value}${email ? before(value) + email : ''}`).join('\n'),
    ...paragraphs.map(({ strong, text }) => [strong, text].filter(Boolean).join(' ')),
  ];
  return `${sections.join('\n\n')}\n`;
}
