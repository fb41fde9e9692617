import { languageTags } from '../../../returns';
import type { Amounts } from '../../document/common';
import { en } from '../../render/texts/en';
import { conditionTexts } from '../../render/words/texts';
import { joined, say, sentence } from '../../render/words/speaker';
import { amountsInWords } from '../../render/words/values';

const { values } = conditionTexts.en;

/** "a, b and c" */
export const andList = (words: readonly string[]): string => joined(words, 'en', 'conjunction');

/** A sentence with its capital and its full stop. */
export const said = (text: string): string => sentence(/[.?!]$/.test(text) ? text : `${text}.`);

export const amounts = (value: Amounts | undefined): string =>
  value === undefined ? 'none' : amountsInWords(value, 'en');

export const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

/** `hygiene_unsealed` as a person says it. */
export const plain = (word: string): string => word.replaceAll('_', ' ');

export const quoted = (text: string): string => `“${text}”`;

/** Long texts are told by their beginning; they stand whole in `before` and `after`. */
export const excerpt = (text: string, most = 80): string =>
  quoted(text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);

export const evidence = (proof: Readonly<Partial<Record<keyof typeof values.evidence, number>>> | undefined): string =>
  proof === undefined
    ? 'none'
    : andList(
        evidenceNames.flatMap((kind) => {
          const number = proof[kind];
          return number === undefined ? [] : [say(values.evidence[kind], 'en', { count: number })];
        }),
      );

const evidenceNames = ['photos', 'video', 'proof_of_purchase', 'serial_number'] as const;

export const states = (required: readonly (keyof typeof values.state)[]): string =>
  required.length === 0 ? 'as they are' : andList(required.map((state) => values.state[state]));

export const resolutionName = (resolution: keyof typeof resolutionNames): string => resolutionNames[resolution];
const resolutionNames = {
  refund: 'a refund',
  exchange: 'an exchange',
  store_credit: 'store credit',
  repair: 'a repair',
  keep_item: 'keeping the goods for part of their price',
} as const;

export const methodName = (method: keyof typeof methodNames): string => methodNames[method];
const methodNames = {
  post: 'sending by post',
  relay_point: 'a pick-up point',
  store: 'return in a shop',
  home_pickup: 'collection at home',
  qr_code: 'a QR code',
} as const;

export const paymentEvent = (event: 'approval' | 'label_scan' | 'delivery' | 'inspection'): string =>
  en[`event_${event}`];

/** What becomes of requests. */
export const outcomeWords = {
  approve: 'approved',
  review: 'decided by a person',
  needs_info: 'held until the shopper has answered a question',
  reject: 'refused',
} as const;

/** Names of the languages in which two texts differ. */
export function languagesOf(before: object | undefined, after: object | undefined): string {
  const [was, is] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((locale) => was.get(locale) !== is.get(locale));
  const names = new Intl.DisplayNames(languageTags.en, { type: 'language' });
  return andList(differing.map((locale) => names.of(locale) ?? locale));
}
