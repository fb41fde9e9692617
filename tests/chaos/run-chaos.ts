import { startWorld, type World } from '../../sandbox/demo/world';
import type { OnProgress } from '../../sandbox/host';
import { openWork } from '../support/open-work';
import { drain } from './drain';
import { switchFaultsOff, switchFaultsOn } from './faults';
import { judge, type Counts, type Evidence } from './judge';
import { isWorkOfN8n, Killer } from './killer';
import { openLedgerAt, type Ledger } from '../../lib/ledger';
import { givenUp, seenCases } from './ledger-view';
import { nameOf, planChaos, type Plan, type PlannedReturn, type PlanSize } from './plan';
import { onTikTok, paymentOf, playReturn, trackingCodesOf } from './play-return';
import { PostOffice } from './post-office';
import { sell, TIKTOK_STOCK } from './sell';
import { startServices, type Services, type Setting } from './services';

export interface ChaosOptions extends Omit<PlanSize, 'workers'>, Setting {
  readonly onProgress: OnProgress;
  /** Where n8n keeps everything; left there at the end. Without it a folder that is removed. */
  readonly userFolder?: string;
  /** For people. */
  readonly say: (line: string) => void;
}

/** The last line of the program. */
export interface ChaosResult extends Counts {
  readonly ok: boolean;
  readonly returns: number;
  readonly kills: number;
  readonly seconds: number;
}

export interface ChaosReport {
  readonly result: ChaosResult;
  readonly findings: readonly string[];
  /** What n8n had left to do, where not all was well. */
  readonly openWork: string | undefined;
}

const TELL_EVERY_MS = 10_000;
/** Providers deliver webhooks for hours; here until long after the longest start of n8n. */
const WEBHOOK_RETRIES_MS = [200, 1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 60 }, () => 10_000)];

const patienceMs = ({ returns, kills }: PlanSize): number => 20 * 60_000 + returns * 3_000 + kills * 60_000;

/** Plays returns on a real n8n that is killed again and again, beside providers that fail, and asks what really happened. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const services = await startServices(options);
  try {
    return await playAndJudge(options, services);
  } finally {
    await services.stop();
  }
}

async function playAndJudge(options: ChaosOptions, services: Services): Promise<ChaosReport> {
  const started = Date.now();
  const plan = planChaos(options);
  const world = await startWorld({
    onProgress: options.onProgress,
    ...(options.userFolder !== undefined && { userFolder: options.userFolder }),
    sandbox: { seed: options.seed, webhookRetryAfterMs: WEBHOOK_RETRIES_MS },
    env: services.env,
    workers: options.workers,
  });
  options.say(`  n8n keeps everything in ${world.userFolder}`);
  try {
    const ledger = await openLedgerAt(services.ledger ?? { kind: 'embedded', file: world.ledgerFile });
    try {
      const { kills } = await play(world, ledger, plan, options);
      const { counts, findings } = judge(await gatherEvidence(world, ledger, plan.returns, kills));
      const isZero = Object.entries(counts).every(([name, count]) => name === 'mailsUncertain' || count === 0);
      const ok = isZero && findings.length === 0;
      const seconds = Math.round((Date.now() - started) / 1000);
      const { returns } = options;
      const { mailsUncertain, ...zeros } = counts;
      const result = { ok, returns, kills: kills.length, ...zeros, seconds, mailsUncertain };
      return { result, findings, openWork: ok ? undefined : await openWork(ledger, world.n8n.session) };
    } finally {
      await ledger.close();
    }
  } finally {
    await world.stop();
  }
}

async function play(
  world: World,
  ledger: Ledger,
  plan: Plan,
  { say, ...size }: ChaosOptions,
): Promise<{ kills: readonly number[] }> {
  const deadline = AbortSignal.timeout(patienceMs(size));
  const over = new AbortController();
  const signal = AbortSignal.any([deadline, over.signal]);
  for (const planned of plan.returns) await sell(world.control, planned);
  await switchFaultsOn(world.control);

  const office = new PostOffice(world.sandbox.context.journal);
  let played = 0;
  const stories = plan.returns.map((planned) =>
    playReturn(world, office, planned, signal).then(
      () => void (played += 1),
      (error: unknown) => {
        say(`  ${planned.orderName}: ${error instanceof Error ? error.message : String(error)}`);
      },
    ),
  );
  const killer = new Killer(world, ({ during }) => {
    say(`  kill ${killer.kills.length}: ${during}`);
  });
  const killing = killer.killAll(plan.kills, signal);
  const telling = setInterval(() => {
    const effects = world.sandbox.context.journal.entries().filter(isWorkOfN8n).length;
    say(`  ${played} of ${plan.returns.length} returns at their end, ${effects} effects, ${killer.kills.length} kills`);
  }, TELL_EVERY_MS);
  try {
    await killing;
    const isQuiet = await drain(world, ledger, () => played === plan.returns.length, signal);
    if (!isQuiet) say('  it did not come to rest in time');
  } finally {
    clearInterval(telling);
    over.abort();
    await Promise.all(stories);
    await switchFaultsOff(world.control);
  }
  return { kills: killer.kills.map(({ at }) => at) };
}

async function gatherEvidence(
  world: World,
  ledger: Ledger,
  returns: readonly PlannedReturn[],
  kills: readonly number[],
): Promise<Evidence> {
  return {
    returns,
    journal: world.sandbox.context.journal.entries(),
    labelsOf: (planned) => trackingCodesOf(world, nameOf(planned)).length,
    paymentOf: ({ orderName }) => paymentOf(world, orderName),
    onTikTok: ({ orderName, sku }) => {
      const { messages, stock } = onTikTok(world, orderName);
      return { messages, restocked: (stock[sku] ?? TIKTOK_STOCK) - TIKTOK_STOCK };
    },
    cases: await seenCases(ledger),
    deadLetters: await givenUp(ledger),
    kills,
  };
}
