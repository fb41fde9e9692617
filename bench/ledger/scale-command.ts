import { measureIfPossible } from '../measuring/cannot-measure';
import { judge, type Result } from '../measuring/result';
import { takeTurns, timePerPiece } from '../measuring/rounds';
import { byBench } from './returns';
import { contestOfScale, inTurn, ledgersOfScale, slowdownOf, type FilledLedger } from './scale';

const ROUNDS = 15;
const COMMANDS = 100;

const contest = contestOfScale('ledger.scale.command', 'ms/command');

/** The latency of a command on one of a million cases, picked at random, beside the same on one of a thousand. */
export const measure = (): Promise<Result> =>
  measureIfPossible(contest, async () => {
    const { small, large, largeGigabytes } = await ledgersOfScale();
    const rounds = await takeTurns(ROUNDS, commandsOn(large), commandsOn(small));
    const result = judge(contest, rounds);
    return { ...result, slowdown: slowdownOf(result), largeGigabytes };
  });

function commandsOn({ ledger, cases }: FilledLedger): () => Promise<number> {
  const next = inTurn(cases);
  const note = 'The shopper asked when the money comes; answered by telephone.';
  return () =>
    timePerPiece(async () => {
      for (let count = 0; count < COMMANDS; count += 1)
        await ledger.command(next().id, { type: 'note', note }, byBench);
    }, COMMANDS);
}
