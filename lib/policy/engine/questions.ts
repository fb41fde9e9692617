import {
  itemStates,
  locales,
  resolutions,
  type Ask as Asked,
  type Decision,
  type Locale,
  type Localised,
} from '../../returns';
import { factOf, factOfState, isFactName } from '../facts';
import { fillMessage } from '../texts/icu';
import { questionTexts, type QuestionKey } from '../texts/questions';
import type { Ask } from './findings';
import type { Judgement } from './judge';
import type { LineJudgement } from './judge-line';
import { forAllLines, methodsOfLine, resolutionsOfLine } from './offers';

type Question = NonNullable<Decision['questions']>[number];
type Evidence = NonNullable<Decision['evidence']>[number];

/** How the shopper is asked for a fact. */
const questionOfFact: Readonly<Record<string, QuestionKey>> = {
  'order.deliveredAt': 'delivered',
  'line.deliveredAt': 'delivered',
  'line.daysSinceDelivery': 'delivered',
  'return.sealIntact': 'seal',
  'return.unused': 'unused',
  'return.tagsOn': 'tags_on',
  'return.originalPackaging': 'original_packaging',
  'return.complete': 'complete',
  'return.reason': 'reason',
  'return.photos': 'photos',
  'return.method': 'method',
};

/** What a form takes as the answer. */
const askOfFact: Readonly<Record<string, Asked>> = {
  'order.deliveredAt': { what: 'delivered_at' },
  'line.deliveredAt': { what: 'delivered_at' },
  'line.daysSinceDelivery': { what: 'delivered_at' },
  ...Object.fromEntries(itemStates.map((what): [string, Asked] => [factOfState[what], { what }])),
  'return.photos': { what: 'photos', count: 1 },
};

/** Everything that has to be answered before the request is decided, each question once. */
export function questionsOf(judgement: Judgement): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const line of judgement.lines) {
    if (line.outcome !== 'needs_info') continue;
    for (const name of line.missing) {
      const question = questionOfMissing(judgement, line, name);
      questions.set(`${name} ${question.orderLineId ?? ''}`, question);
    }
    for (const ask of line.asks) {
      const question = questionOfAsk(judgement, line, ask);
      const which = 'state' in ask ? ask.state : 'evidence' in ask ? ask.evidence : ask.name;
      questions.set(`${ask.kind} ${which} ${question.orderLineId ?? ''}`, question);
    }
  }
  return [...questions.values()];
}

function questionOfMissing(judgement: Judgement, line: LineJudgement, name: string): Question {
  const fact = isFactName(name) ? factOf(name) : undefined;
  const key = questionOfFact[name];
  const isAskable = key !== undefined && fact?.asks === 'shopper';
  const { id, title } = line.findings.entry.line;
  const text = isAskable
    ? say(key, (locale) => ({ item: title, count: 1, options: optionsOf(judgement, key, locale) }))
    : say('shop', () => ({ facts: name }));
  return {
    rule: line.rule,
    facts: [name],
    asks: isAskable ? 'shopper' : 'shop',
    text,
    ...(fact?.scope !== 'request' && { orderLineId: id }),
    ...(isAskable && { ask: name === 'return.method' ? choiceOf(judgement, 'method') : (askOfFact[name] ?? words) }),
  };
}

function questionOfAsk(judgement: Judgement, line: LineJudgement, ask: Ask): Question {
  const { id, title } = line.findings.entry.line;
  const base: Omit<Question, 'text'> = { rule: ask.name, facts: [], asks: 'shopper' };
  switch (ask.kind) {
    case 'question':
      return { ...base, text: { ...ask.rule.question }, orderLineId: id, ask: words };
    case 'proof':
      return {
        ...base,
        text: say(ask.evidence, () => ({ item: title, count: ask.count })),
        orderLineId: id,
        ask: { what: ask.evidence, count: ask.count },
      };
    case 'state': {
      const key = ask.state === 'seal_intact' ? 'seal' : ask.state;
      return { ...base, text: say(key, () => ({ item: title })), orderLineId: id, ask: { what: ask.state } };
    }
    case 'together':
      return {
        ...base,
        text: say(ask.what.kind, (locale) => ({
          item: title,
          missing: listOf(ask.what.missing, locale, 'conjunction'),
        })),
        orderLineId: id,
        ask: words,
      };
    case 'resolution':
    case 'method':
      return {
        ...base,
        text: say(ask.kind, (locale) => ({ options: optionsOf(judgement, ask.kind, locale) })),
        ask: choiceOf(judgement, ask.kind),
      };
  }
}

/** What can be chosen, in words: "a refund, an exchange or store credit". */
function optionsOf(judgement: Judgement, key: QuestionKey, locale: Locale): string {
  const texts = questionTexts[locale];
  const words =
    key === 'method'
      ? forAllLines(judgement, methodsOfLine, (a, b) => a.method === b.method).map(
          ({ method }) => texts[`method_${method}`],
        )
      : forAllLines(judgement, resolutionsOfLine, (a, b) => a.resolution === b.resolution).map(
          ({ resolution }) => texts[`resolution_${resolution}`],
        );
  return listOf([...new Set(words)], locale, 'disjunction');
}

const words: Asked = { what: 'words' };

function choiceOf(judgement: Judgement, what: 'method' | 'resolution'): Asked {
  const named = (key: QuestionKey): Localised =>
    Object.fromEntries(locales.map((locale) => [locale, questionTexts[locale][key]]));
  const choices =
    what === 'method'
      ? forAllLines(judgement, methodsOfLine, (a, b) => a.method === b.method).map(({ method }) => ({
          value: method,
          text: named(`method_${method}`),
        }))
      : forAllLines(judgement, resolutionsOfLine, (a, b) => a.resolution === b.resolution)
          // A repair, or goods that are kept, no request can ask for.
          .filter(({ resolution }) => resolutions.some((known) => known === resolution))
          .map(({ resolution }) => ({ value: resolution, text: named(`resolution_${resolution}`) }));
  return {
    what,
    choices: choices.filter(({ value }, index) => choices.findIndex((one) => one.value === value) === index),
  };
}

const listOf = (words: readonly string[], locale: Locale, type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(words);

function say(key: QuestionKey, values: (locale: Locale) => Readonly<Record<string, string | number>>): Localised {
  const texts: Localised = {};
  for (const locale of locales) texts[locale] = fillMessage(questionTexts[locale][key], locale, values(locale));
  return texts;
}

/** What is to be shown or confirmed. What the law does not let the shop wait for is asked for, and not required. */
export function evidenceOf({ lines }: Judgement): readonly Evidence[] {
  return lines.flatMap((line) => {
    if (line.outcome === 'reject') return [];
    const orderLineId = line.findings.entry.line.id;
    return line.findings.asks.flatMap((ask): Evidence[] => {
      const required = line.asks.includes(ask);
      if (ask.kind === 'proof') {
        return [{ kind: ask.evidence, count: ask.count, orderLineId, rule: ask.name, required }];
      }
      return ask.kind === 'state' ? [{ kind: ask.state, orderLineId, rule: ask.name, required }] : [];
    });
  });
}
