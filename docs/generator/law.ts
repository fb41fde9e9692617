import { holidayTable } from '../../lib/policy/calendar/holiday-table';
import { withdrawalGrounds } from '../../lib/policy/law/index';
import { lawPacks } from '../../lib/policy/law/packs';
import { marketplaceGaps, marketplaceRules } from '../../lib/policy/law/packs/marketplaces';
import type { LawPack, LawRule, MarketplaceRule } from '../../lib/policy/law/rules';
import { vectors } from '../../tests/unit/policy/law/vectors';
import { code, table } from './markdown';

/** The law as the packs have it: what each says, where it stands, by how many cases it is tested, what it leaves out. */
export function lawBlocks(): Record<string, string> {
  return {
    packs: lawPacks.map(packSection).join('\n\n'),
    exceptions: exceptionTable(),
    marketplaces: [ruleTable(marketplaceRules), 'Left out:', list(marketplaceGaps)].join('\n\n'),
    holidays: holidayList(),
  };
}

function packSection({ name, jurisdiction, rules, leftOut }: LawPack): string {
  const told = rules.filter(({ kind }) => kind !== 'withdrawal_exception');
  return [
    `### ${name} (${jurisdiction})`,
    ruleTable(told),
    ...(leftOut.length === 0 ? [] : ['Left out:', list(leftOut)]),
  ].join('\n\n');
}

const ruleTable = (rules: readonly (LawRule | MarketplaceRule)[]): string =>
  table(
    ['Rule', 'What it says', 'Where', 'From', 'Cases'],
    rules.map(({ ruleId, text, article, source, effectiveFrom, effectiveTo }) => [
      code(ruleId),
      text,
      `[${article}](${source})`,
      effectiveTo === undefined ? effectiveFrom : `${effectiveFrom}, before ${effectiveTo}`,
      String(vectors.filter(({ rules: tested }) => tested.includes(ruleId)).length),
    ]),
  );

function exceptionTable(): string {
  const packs = lawPacks.filter(({ rules }) => rules.some(({ kind }) => kind === 'withdrawal_exception'));
  const rows = withdrawalGrounds.map((ground) => {
    const found = packs.map(({ rules }) =>
      rules.find((rule) => rule.kind === 'withdrawal_exception' && rule.ground === ground),
    );
    return [code(ground), found[0]?.text ?? '', ...found.map((rule) => (rule ? placeOf(rule) : ''))];
  });
  return table(['Ground', 'What it says', ...packs.map(({ jurisdiction }) => jurisdiction)], rows);
}

/** The place in the law without its name, which is the same in a whole column. */
const placeOf = ({ article, source }: LawRule): string =>
  `[${/(?:§ |art\. |reg\. )(.+)$/.exec(article)?.[1] ?? article}](${source})`;

function holidayList(): string {
  const places = Object.keys(holidayTable);
  const countries = places.filter((place) => !place.includes('-'));
  const parts = countries
    .map((country) => [country, places.filter((place) => place.startsWith(`${country}-`))] as const)
    .filter(([, own]) => own.length > 0);
  return [
    `${countries.length} countries: ${countries.map(code).join(', ')}.`,
    ...parts.map(([country, own]) => `Parts of ${code(country)}: ${own.map(code).join(', ')}.`),
  ].join('\n\n');
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
