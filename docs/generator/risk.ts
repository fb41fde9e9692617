import figures from '../../bench/risk/figures.json';
import { riskProbe } from '../../bench/risk/probe';
import { reportingSeeds, tuningSeeds } from '../../bench/risk/seeds';
import type { Table } from '../../bench/risk/tables';
import { defaultRiskSettings, meaningOf, signalNames } from '../../lib/policy/risk';
import { code, table } from './markdown';

const tableOf = ({ heads, rows }: Table): string => table(heads, rows);

/**
 * The signals as the code has them, and what scores made of invented shoppers when that was last measured.
 * @throws RangeError when the figures were measured with other signals, weights or shoppers
 */
export function riskBlocks(): Record<string, string> {
  const { probe, shoppers, tables } = figures;
  if (probe !== riskProbe()) {
    throw new RangeError(
      'bench/risk/figures.json is stale: run `npx tsx bench/risk/main.ts --write`, then `npm run docs`',
    );
  }
  return {
    signals: table(
      ['Signal', 'Weight', 'What it means'],
      signalNames.map((name) => [code(name), String(defaultRiskSettings.weights[name]), meaningOf(name)]),
    ),
    defaults: `\`\`\`json\n${JSON.stringify({ risk: defaultRiskSettings }, null, 2)}\n\`\`\``,
    seeds: `Weights and thresholds were chosen on the seeds ${tuningSeeds.join(', ')}. The figures below are of the seeds ${reportingSeeds.join(', ')}, ${shoppers} shoppers.`,
    honest: tableOf(tables.honest),
    abusive: tableOf(tables.abusive),
    totals: tableOf(tables.totals),
    calibration: tableOf(tables.calibration),
  };
}
