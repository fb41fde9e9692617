import {
  formatDay,
  formatMoney,
  locales,
  type Decision,
  type Locale,
  type Localised,
  type Outcome,
} from '../../returns';
import { policyHash } from '../document/hash';
import { factOf, isFactName } from '../facts';
import { reasonTexts, type ReasonKey } from '../texts';
import { fillMessage } from '../texts/icu';
import type { Refusal } from './findings';
import type { Judgement } from './judge';
import type { LineJudgement } from './judge-line';
import type { KeepItem } from './keep-item';
import { windowEndOf } from './window-end';

type Questions = NonNullable<Decision['questions']>;
type Values = Readonly<Record<string, string | number>>;

/** A text of ours with what it says, or the merchant's own words. */
interface Wording {
  readonly key: ReasonKey;
  readonly values?: (locale: Locale) => Values;
  readonly own?: Localised | undefined;
}

/** Why, in the words of each reader: the shopper, the agent at the desk, and whoever audits the shop later. */
export function reasonOf(
  judgement: Judgement,
  questions: Questions,
  keepItem: KeepItem | undefined,
  deadline: Decision['refundDeadline'],
  evaluatedAt: string,
): Decision['reason'] {
  return {
    shopper: shopperReason(judgement, questions, keepItem),
    agent: agentReason(judgement, deadline),
    audit: auditLine(judgement, evaluatedAt),
  };
}

function shopperReason(judgement: Judgement, questions: Questions, keepItem: KeepItem | undefined): Localised {
  const { outcome, deciding, lines } = judgement;
  if (outcome === 'needs_info') return needsReason(questions);
  if (outcome === 'approve' && keepItem?.keep === true) {
    return say({ key: 'approved_keep', values: () => ({ count: lines.length }) });
  }
  const refused = lines.filter((line) => line.outcome === 'reject').length;
  if (outcome === 'approve' && refused > 0) {
    return say({ key: 'approved_part', values: () => ({ approved: lines.length - refused, refused }) });
  }
  if (deciding !== undefined) return lineReason(judgement, deciding);
  return say({ key: judgement.rule === 'mixed_lines' ? 'review_mixed' : 'review' });
}

/** Why one line is answered as it is. */
export function lineReason(judgement: Judgement, line: LineJudgement): Localised {
  return say(wordingOf(judgement, line));
}

function wordingOf(judgement: Judgement, line: LineJudgement): Wording {
  const { outcome, refusal, doubt, findings } = line;
  const date = dateOf(judgement, line);
  if (outcome === 'reject') return refusalWording(refusal, date);
  if (outcome === 'needs_info') return { key: asksShopper(line) ? 'needs_shopper' : 'needs_shop' };
  if (outcome === 'review') {
    if (doubt?.because === 'guarantee') return { key: 'review_guarantee' };
    return { key: 'review', own: doubt?.rule?.reason };
  }
  const { window, apart } = findings;
  const { requestedAt } = judgement.findings.times;
  const end = windowEndOf(judgement, judgement.lines.indexOf(line));
  if (apart?.rule.reason !== undefined) return { key: 'approved_any_time', own: apart.rule.reason };
  if (end === undefined || requestedAt <= end.at) return { key: 'approved', values: date };
  return window !== undefined && requestedAt <= window.graceEnd.at
    ? { key: 'approved_grace', values: date }
    : { key: 'approved_any_time' };
}

const asksShopper = ({ asks, missing }: LineJudgement): boolean =>
  asks.length > 0 || missing.some((name) => isFactName(name) && factOf(name).asks === 'shopper');

function refusalWording(refusal: Refusal | undefined, date: (locale: Locale) => Values): Wording {
  switch (refusal?.cause) {
    case 'exclusion':
      return { key: `excluded_${refusal.exclusion.ground}`, own: refusal.exclusion.reason };
    case 'window':
      return { key: 'window_ended', values: date };
    case 'condition':
      return { key: `refused_${refusal.state}`, own: refusal.condition.reason };
    case 'together':
      return { key: 'refused_together' };
    default:
      return { key: 'refused', own: refusal?.routing.reason };
  }
}

function dateOf(judgement: Judgement, line: LineJudgement): (locale: Locale) => Values {
  const end = windowEndOf(judgement, judgement.lines.indexOf(line));
  const { timeZone } = judgement.compiled.policy;
  return (locale) => ({ date: end === undefined ? '' : formatDay(end.at, locale, timeZone) });
}

/** What is asked stands in the reason too, because a mail may have no other place for it. */
function needsReason(questions: Questions): Localised {
  const forShopper = questions.filter(({ asks }) => asks === 'shopper');
  if (forShopper.length === 0) return say({ key: 'needs_shop' });
  const texts: Localised = {};
  for (const locale of locales) {
    const asked = forShopper.map(({ text }) => text[locale] ?? text.en ?? '');
    texts[locale] = [reasonTexts[locale].needs_shopper, ...asked].join(' ').trim();
  }
  return texts;
}

const nothing: Values = {};

function say({ key, values, own }: Wording): Localised {
  const texts: Localised = {};
  for (const locale of locales) {
    texts[locale] = own?.[locale] ?? fillMessage(reasonTexts[locale][key], locale, values?.(locale) ?? nothing);
  }
  return texts;
}

const verbs: Readonly<Record<Outcome, string>> = {
  approve: 'Approved',
  review: 'Sent to review',
  needs_info: 'Sent back for information',
  reject: 'Rejected',
};

/** For the person at the desk, in English as the editor is: what decided, until when, what the law did, what is missing. */
function agentReason(judgement: Judgement, deadline: Decision['refundDeadline']): string {
  const { compiled, outcome, rule, lines, fee, findings } = judgement;
  const { policy } = compiled;
  const sentences = [`${verbs[outcome]} by rule "${rule}".`];
  const ends = new Map<string, string[]>();
  for (const [index, line] of lines.entries()) {
    const end = windowEndOf(judgement, index);
    if (end === undefined) continue;
    const day = formatDay(end.at, 'en', policy.timeZone);
    ends.set(day, [...(ends.get(day) ?? []), line.findings.entry.line.id]);
  }
  for (const [day, ids] of ends) {
    const whose = ends.size > 1 ? ` of ${ids.join(', ')}` : '';
    sentences.push(`The return period${whose} ends with ${day} (${policy.timeZone}).`);
  }
  for (const { name, by } of overrulingsOf(judgement)) {
    sentences.push(`The law overrules "${name}": ${by.article} (${by.jurisdiction}).`);
  }
  const missing = [...new Set(lines.flatMap((line) => line.missing))];
  if (missing.length > 0) sentences.push(`Not known: ${missing.join(', ')}.`);
  if (fee.amount > 0 && outcome !== 'reject') {
    const { currency } = findings.reading.input.order;
    sentences.push(`Kept as a fee: ${formatMoney({ amount: fee.amount, currency }, 'en')}.`);
  }
  const { missingLegalRates = [] } = deadline?.late ?? {};
  if (missingLegalRates.length > 0) {
    sentences.push(
      `The law adds interest for being late, but \`refund.legalRates\` of the policy has no rate from ${missingLegalRates.join(', ')}.`,
    );
  }
  return sentences.join(' ');
}

/** Every rule that the law kept from having its way, each once. */
export function overrulingsOf({ lines, fee }: Judgement): readonly {
  readonly name: string;
  readonly by: LineJudgement['overruled'][number]['by'];
  readonly orderLineId: string | undefined;
}[] {
  const ofLines = lines.flatMap(({ overruled, findings }) =>
    overruled.map(({ name, by }) => ({ name, by, orderLineId: findings.entry.line.id })),
  );
  const ofFees = fee.overruled.map(({ name, by, line }) => ({
    name,
    by,
    orderLineId: lines[line]?.findings.entry.line.id,
  }));
  const seen = new Set<string>();
  return [...ofLines, ...ofFees].filter(({ name, by, orderLineId }) => {
    const key = `${name} ${by.ruleId} ${orderLineId ?? ''}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** One line for the audit: when, which policy by version and hash, what it said, and which law had the last word. */
function auditLine(judgement: Judgement, evaluatedAt: string): string {
  const { compiled, outcome, rule } = judgement;
  const { policy } = compiled;
  const laws = [...new Set(overrulingsOf(judgement).map(({ by }) => by.ruleId))];
  const law = laws.length > 0 ? ` (law: ${laws.join(', ')})` : '';
  const hash = policyHash(policy).slice(0, 12);
  return `${evaluatedAt} policy "${policy.name}" version ${policy.version} #${hash}: ${outcome} by ${rule}${law}`;
}
