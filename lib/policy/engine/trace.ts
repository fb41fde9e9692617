import { formatMoney, type TraceEntry } from '../../returns';
import type { FeeRule } from '../document/fees';
import type { ResolutionRule } from '../document/offers';
import type { Policy } from '../document/policy-schema';
import type { Right } from '../law';
import type { CompiledRule } from './compile-policy';
import { gapsOf, testsOf } from './condition';
import { isShopAtFault } from './find-line';
import type { Judgement } from './judge';
import { lawName, type LineJudgement } from './judge-line';
import { lawReference } from './law-reference';
import { isBonusForeign } from './offers';
import { overrulingsOf } from './reason';
import type { RuleIndex } from './rule-index';
import { UNKNOWN, YES } from './truth';

/** `full`: every rule of the policy. `held`: those that held, decided or lacked a fact, and the law. */
export type TraceDepth = 'full' | 'held' | 'none';

type Saw = TraceEntry['saw'];

/**
 * Every rule looked at, what it saw, whether it held, which one decided, and which law overruled what. Worked out from
 * the same input when somebody asks for it: the rules are asked again, one by one and without the index.
 */
export function traceOf(judgement: Judgement, depth: TraceDepth): TraceEntry[] {
  if (depth === 'none') return [];
  const entries = judgement.lines.flatMap((line, index) => traceOfLine(judgement, line, index));
  const trace = [...entries, ...traceOfWhole(judgement)];
  if (depth === 'full') return trace;
  return trace.filter(({ held, decided, missing }) => held || decided || missing !== undefined);
}

function traceOfLine(judgement: Judgement, line: LineJudgement, index: number): TraceEntry[] {
  const { compiled, findings } = judgement;
  const { reading } = findings;
  const { entry } = line.findings;
  const orderLineId = entry.line.id;
  reading.turnTo(entry.asked, entry.line, entry.worth);
  const overruledBy = new Map(
    overrulingsOf(judgement)
      .filter((one) => one.orderLineId === orderLineId)
      .map(({ name, by }) => [name, lawReference(by)]),
  );
  const note = (rule: string, held: boolean, saw: Saw, extra: Partial<TraceEntry> = {}): TraceEntry => {
    const by = overruledBy.get(rule);
    return { rule, orderLineId, held, decided: rule === line.rule, saw, ...(by && { overruledBy: by }), ...extra };
  };
  const ask = <R>(rules: RuleIndex<CompiledRule<R>>, effect: (rule: R) => string): TraceEntry[] =>
    rules.rules.map(({ name, rule, condition }) => {
      const truth = condition.holds(reading);
      const { facts } = gapsOf(condition, reading);
      return note(name, truth === YES, seen(judgement, condition), {
        effect: effect(rule),
        ...(truth === UNKNOWN && facts.length > 0 && { missing: [...facts] }),
      });
    });

  const entries = [
    note('shop_at_fault', isShopAtFault(entry), { reason: entry.asked.reason }),
    ...traceOfRights(judgement, index, note),
    ...ask(compiled.cases, ({ kind }) => kind),
    ...ask(compiled.exclusions, ({ ground }) => `reject: ${ground}`),
    ...traceOfWindow(judgement, line, note, ask),
    ...ask(
      compiled.itemConditions,
      ({ requires, otherwise }) => `${requires.join(', ') || 'proof'}, otherwise ${otherwise}`,
    ),
    ...traceOfTogether(line, note),
    ...ask(compiled.risk, ({ outcome }) => outcome),
    ...ask(compiled.routing, ({ outcome, priority }) =>
      priority === 0 ? outcome : `${outcome} (priority ${priority})`,
    ),
    ...ask(compiled.resolutions, (rule) => offerInWords(rule, reading.input.order.currency)),
    ...ask(compiled.methods, ({ method }) => `offer ${method}`),
    ...ask(compiled.fees, (rule) => feeInWords(rule)),
    ...ask(compiled.keepItem, ({ always }) => (always === true ? 'keep' : 'keep when the way back costs more')),
  ];
  if (entries.some(({ decided }) => decided)) return entries;
  // What was asked for is not on offer: no rule says so, the absence of one does.
  const { resolution, method } = reading.input.request;
  return [...entries, note(line.rule, true, { 'return.resolution': resolution, 'return.method': method ?? null })];
}

type Note = (rule: string, held: boolean, saw: Saw, extra?: Partial<TraceEntry>) => TraceEntry;
type AskRules = <R>(rules: RuleIndex<CompiledRule<R>>, effect: (rule: R) => string) => TraceEntry[];

/** What the law grants for the line; rights that it does not know here are left out. */
function traceOfRights({ law }: Judgement, index: number, note: Note): TraceEntry[] {
  const rights = law.ofLine(index);
  if (rights === undefined) return [];
  const { withdrawal, guarantee, shortTermReject, undisclosedPolicy, marketplace } = rights;
  return [withdrawal, undisclosedPolicy, marketplace, shortTermReject, guarantee].flatMap((right: Right) => {
    const [statement] = right.statements;
    if (statement === undefined || right.status === 'none') return [];
    const saw = {
      status: right.status,
      article: statement.article,
      source: statement.source,
      endsAt: right.endsAt?.iso ?? null,
      returnCost: right.returnCost,
      ...(right.assumed.length > 0 && { assumed: [...right.assumed] }),
    };
    const extra = { effect: statement.text, ...(right.needs.length > 0 && { missing: [...right.needs] }) };
    return [note(lawName(statement), right.status === 'open', saw, extra)];
  });
}

function traceOfWindow(
  { compiled, findings }: Judgement,
  line: LineJudgement,
  note: Note,
  ask: AskRules,
): TraceEntry[] {
  const { window } = line.findings;
  const rules = ask(compiled.windows, ({ days, unit }) => daysInWords(days, unit));
  if (window === undefined) return rules;
  const { rule, start, end, graceEnd, extension } = window;
  const inTime = findings.times.requestedAt <= graceEnd.at;
  const chosen = note(
    rule.name,
    inTime,
    {
      ...seen({ compiled, findings }, rule.condition),
      countedFrom: start.event,
      startedAt: new Date(start.at).toISOString(),
      guessed: start.guessed,
      days: rule.rule.days,
      endsAt: end.iso,
      ...(graceEnd !== end && { graceEndsAt: graceEnd.iso }),
      ...(extension && { extendedBy: extension.name }),
      requestedAt: findings.reading.input.request.requestedAt,
    },
    {
      effect: daysInWords(rule.rule.days, rule.rule.unit),
      ...(line.findings.perhapsLate && { missing: ['line.deliveredAt'] }),
    },
  );
  const extensions = ask(compiled.extensions, ({ until }) => `until ${until}`);
  return [...rules.filter((entry) => entry.rule !== rule.name), chosen, ...extensions];
}

function traceOfTogether(line: LineJudgement, note: Note): TraceEntry[] {
  const { refusals, doubts, asks } = line.findings;
  const names = [...refusals, ...doubts, ...asks].filter((one) => one.name.startsWith('together.'));
  return [...new Set(names.map(({ name }) => name))].map((name) => note(name, true, {}));
}

function traceOfWhole(judgement: Judgement): TraceEntry[] {
  const { lines, rule, deciding, fee, findings, outcome } = judgement;
  const { currency } = findings.reading.input.order;
  const refused = lines.filter((line) => line.outcome === 'reject').length;
  const note = (name: string, held: boolean, saw: Saw, effect?: string): TraceEntry => ({
    rule: name,
    held,
    decided: deciding === undefined && name === rule,
    saw,
    ...(effect !== undefined && { effect }),
  });
  return [
    ...(lines.length > 1
      ? [note('mixed_lines', refused > 0 && outcome !== 'reject', { refused, lines: lines.length })]
      : []),
    ...fee.foreign.map((name) => note(name, true, { currency }, 'no amount in this currency')),
    ...(fee.amount > 0
      ? [note('fee', true, { fee: { amount: fee.amount, currency }, ofLines: [...fee.ofLines] })]
      : []),
  ];
}

/** What a condition looked at; times as instants, what is not known as null. */
function seen(
  { findings: { reading } }: Pick<Judgement, 'compiled' | 'findings'>,
  condition: CompiledRule['condition'],
): Saw {
  const saw: Saw = {};
  for (const { name, fact, slot } of testsOf(condition)) {
    const value = reading.value(slot);
    saw[name] = fact.kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : value;
  }
  return saw;
}

const daysInWords = (days: number, unit: Policy['windows']['default']['unit']): string =>
  `${days} ${unit === 'days' ? 'days' : 'business days'}`;

function offerInWords(rule: ResolutionRule, currency: string): string {
  const offer = `offer ${rule.resolution}`;
  return isBonusForeign(rule, currency) ? `${offer} without its bonus, which has no amount in ${currency}` : offer;
}

function feeInWords({ free, amount, percent, per }: FeeRule): string {
  if (free === true) return 'free';
  if (percent !== undefined) return `${percent} %`;
  const amounts = amount === undefined ? [] : Array.isArray(amount) ? amount : [amount];
  return `${amounts.map((each) => formatMoney(each, 'en')).join(' or ')} per ${per}`;
}
