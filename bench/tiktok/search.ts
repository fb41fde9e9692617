import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { IRun } from 'n8n-workflow';
import { selfSigned } from '../http/self-signed';
import { measureIfPossible } from '../measuring/cannot-measure';
import { median } from '../measuring/median';
import { judge, rounded, type Contest, type Result, type Rounds } from '../measuring/result';
import { takeTurns } from '../measuring/rounds';
import { answersOf, ensureSame, outcomesOf } from './answers';
import { ROUND_TRIP_MS } from './distance';
import { engineFor, type Execute } from './execute';
import { startShop } from './shop';
import { decideNode, ourWorkflow, peerWorkflow, type BenchWorkflow } from './workflows';

const RETURNS = 1000;
const ROUNDS = 7;
const FAR_ROUNDS = 3;
const contest: Contest = {
  id: 'tiktok.search-1000',
  unit: 'ms/execution',
  better: 'less',
  peer: "n8n's HTTP Request, paged",
  aim: 4,
};

/** 1,000 returns searched, mapped and decided in one execution, from a TikTok Shop over TLS in another process. */
export const measure = (): Promise<Result> => measureIfPossible(contest, race);

async function race(): Promise<Result> {
  const tls = selfSigned();
  setDefaultCACertificates([...getCACertificates('default'), tls.cert]);
  const shop = await startShop(tls, RETURNS);
  try {
    const execute = await engineFor(shop.baseUrl);
    const theirWorkflow = peerWorkflow(shop.baseUrl);
    const answers = answersOf(await execute(ourWorkflow));
    ensureSame(answers, answersOf(await execute(theirWorkflow)), RETURNS);

    const near = await raceOn(execute, theirWorkflow, ROUNDS);
    const far = await raceOn(await engineFor(shop.farUrl), peerWorkflow(shop.farUrl), FAR_ROUNDS);
    return judge(contest, near.rounds, true, {
      returns: RETURNS,
      outcomes: outcomesOf(answers),
      untilDecided: mediansOf(near.untilDecided),
      farAway: { roundTripMs: ROUND_TRIP_MS, ...mediansOf(far.rounds) },
    });
  } finally {
    shop.stop();
  }
}

async function raceOn(execute: Execute, theirWorkflow: BenchWorkflow, count: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  const side = (workflow: BenchWorkflow, untilDecided: number[]) => async (): Promise<number> => {
    const startedAt = performance.now();
    const run = await execute(workflow);
    const elapsed = performance.now() - startedAt;
    untilDecided.push(elapsed - decidingOf(run));
    return elapsed;
  };
  const rounds = await takeTurns(count, side(ourWorkflow, ours), side(theirWorkflow, theirs));
  return { rounds, untilDecided: { ours, theirs } };
}

function mediansOf({ ours, theirs }: Rounds): object {
  const [own, other] = [median(ours), median(theirs)];
  return { ours: rounded(own), theirs: rounded(other), ratio: rounded(other / own) };
}

/** Milliseconds of the node that decides, which is the same on both sides. */
const decidingOf = ({ data }: IRun): number =>
  (data.resultData.runData[decideNode] ?? []).reduce((sum, { executionTime }) => sum + executionTime, 0);
