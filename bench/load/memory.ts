import { median } from '../measuring/median';
import { judgeLimit, rounded, type Result } from '../measuring/result';
import { contentsOf, loadOften } from './load-often';

const LIMIT_MB = 15;
const MB = 1024 * 1024;

/** Memory of the process, as the operating system counts it, that loading this package adds. */
export async function measure(): Promise<Result> {
  const loads = await loadOften();
  const contest = { id: 'load.memory', unit: 'MB', peer: `the limit of ${LIMIT_MB} MB` };
  const resident = loads.map(({ residentBytes }) => residentBytes / MB);
  const heap = rounded(median(loads.map(({ heapBytes }) => heapBytes)) / MB);
  return judgeLimit(contest, resident, LIMIT_MB, { heapMb: heap, ...contentsOf(loads) });
}
