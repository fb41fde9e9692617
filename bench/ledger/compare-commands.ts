import type { Ledger } from '../../lib/ledger';
import { judge, type Contest, type Result } from '../measuring/result';
import { perSecondOf, takeTurns } from '../measuring/rounds';
import { lifeOfAReturn } from './life';
import { openReturns, record, type RawStore, type ReadRows } from './recording';
import { byBench } from './returns';

const CASES = 200;
const ROUNDS = 9;

export interface Sides {
  readonly ours: Ledger;
  /** Writes what the peer is to write as well; `read` sees it. */
  readonly recorded: Ledger;
  readonly read: ReadRows;
  readonly theirs: RawStore;
}

/**
 * Commands per second, one after the other. The peer replays what the very same commands have written into a ledger of
 * their own: the same bytes into a table with the same indexes, without reading, checking or deciding anything.
 */
export async function compareCommands(
  contest: Contest,
  { ours, recorded, read, theirs }: Sides,
  seen: () => Promise<object> = () => Promise.resolve({}),
): Promise<Result> {
  const commands = CASES * lifeOfAReturn.length;
  let [ourRound, theirRound] = [0, 0];
  const rounds = await takeTurns(
    ROUNDS,
    async () => {
      const ids = await openReturns(ours, CASES * ourRound++, CASES);
      return perSecondOf(commands, async () => {
        for (const command of lifeOfAReturn) for (const id of ids) await ours.command(id, command, byBench);
      });
    },
    async () => {
      const { opened, written } = await record(recorded, read, CASES * theirRound++, CASES);
      await theirs.insert(opened);
      return perSecondOf(commands, async () => {
        for (const one of written) await theirs.write(one);
      });
    },
  );
  return judge(contest, rounds, true, { commands, ...(await seen()) });
}

/** Commands per second of several callers at once, each on cases of its own. */
export async function commandsOfMany(ledger: Ledger, callers: number, from: number): Promise<number> {
  const ids = await openReturns(ledger, from, CASES);
  const commands = CASES * lifeOfAReturn.length;
  return perSecondOf(commands, async () => {
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        const own = ids.filter((_id, index) => index % callers === caller);
        for (const command of lifeOfAReturn) for (const id of own) await ledger.command(id, command, byBench);
      }),
    );
  });
}
