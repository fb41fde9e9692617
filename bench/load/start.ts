import { judgeLimit, type Result } from '../measuring/result';
import { contentsOf, loadOften } from './load-often';

const LIMIT_MS = 150;

/** Milliseconds that loading this package adds to n8n's start. */
export async function measure(): Promise<Result> {
  const loads = await loadOften();
  const contest = { id: 'load.start', unit: 'ms', peer: `the limit of ${LIMIT_MS} ms` };
  const times = loads.map(({ milliseconds }) => milliseconds);
  return judgeLimit(contest, times, LIMIT_MS, contentsOf(loads));
}
