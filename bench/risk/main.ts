/**
 * Prints how well risk scores tell invented honest shoppers from invented abusive ones: `npx tsx bench/risk/main.ts`.
 * With `--tuning` on the worlds by which weights are chosen; with `--write` the figures are kept in
 * bench/risk/figures.json, from which `npm run docs` writes docs/risk.md.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measureRisk, type RiskReport } from './measure';
import { ABUSE_SHARE } from './quality';
import { riskProbe } from './probe';
import { reportingSeeds, tuningSeeds } from './seeds';
import { calibrationTable, kindTable, totalTable, type Table } from './tables';

const file = resolve(__dirname, 'figures.json');

async function main(): Promise<void> {
  const { tuning, write } = parseArgs({
    options: { tuning: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  }).values;
  if (tuning && write) throw new RangeError('The guide tells nothing of the worlds by which weights are chosen');
  const report = measureRisk(tuning ? tuningSeeds : reportingSeeds);
  const tables = tablesOf(report);
  console.log(Object.values(tables).map(textOf).join('\n\n'));
  console.log(`\nCalibrated for ${100 * ABUSE_SHARE} % abusive shoppers.`);
  if (!write) return;
  const figures = JSON.stringify({ probe: riskProbe(), shoppers: report.everyOrder.shoppers, tables });
  writeFileSync(file, await format(figures, { ...(await resolveConfig(file)), filepath: file }));
}

const tablesOf = (report: RiskReport) => ({
  honest: kindTable(report, false),
  abusive: kindTable(report, true),
  totals: totalTable(report),
  calibration: calibrationTable(report.everyOrder.calibration),
});

function textOf({ heads, rows }: Table): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, index) => Math.max(...all.map((cells) => (cells[index] ?? '').length)));
  return all.map((cells) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')).join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
