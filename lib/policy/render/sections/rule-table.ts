import type { Condition } from '../../document/condition';
import { conditionCell, type PageContext } from '../context';
import { paragraph, type Block, type Line } from '../page';

interface Rules<R> {
  readonly rules: readonly R[];
  readonly heads: readonly [string, string];
  readonly caption: string;
  readonly cell: (rule: R) => Line;
  /** What holds where no rule does. */
  readonly otherwise: Line;
  /** The sentence when the same holds for everything. */
  readonly alone: (what: string) => Line;
}

/** Rules of which the first that holds counts, as a table; a rule without condition ends it. */
export function ruleTable<R extends { readonly when?: Condition | undefined }>(
  context: PageContext,
  { rules, heads, caption, cell, otherwise, alone }: Rules<R>,
): readonly Block[] {
  const { say } = context;
  const last = rules.findIndex(({ when }) => when === undefined);
  const asked = last < 0 ? rules : rules.slice(0, last);
  const rest = rules[last];
  const fallback = rest === undefined ? otherwise : cell(rest);
  if (asked.length === 0) return [paragraph(...alone(fallback.map(textOf).join('')))];
  const rows = asked.map((rule): readonly Line[] => [[conditionCell(context, rule.when)], cell(rule)]);
  return [
    { kind: 'table', caption, heads, rows: [...rows, [[say('otherwise')], fallback]] },
    ...(asked.length > 1 ? [paragraph(say('first_fits'))] : []),
  ];
}

const textOf = (piece: Line[number]): string =>
  typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.link;
