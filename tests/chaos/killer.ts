import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect } from '../../sandbox/core/journal';
import type { World } from '../../sandbox/demo/world';
import { HostError } from '../../sandbox/host/errors';
import type { PlannedKill } from './plan';

/** What the providers' own side does, or the shopper at a provider: no work of n8n's. */
const foreign: ReadonlySet<string> = new Set([
  'payment.made',
  'return.requested',
  'tracker.moved',
  'refund.succeeded',
  'order.placed',
  'return.shipped',
  'return.delivered',
  'webhook.subscribed',
  'webhook.unsubscribed',
]);

export const isWorkOfN8n = ({ effect }: Pick<Effect, 'effect'>): boolean => !foreign.has(effect);

export interface Kill {
  /** In milliseconds since 1970. */
  readonly at: number;
  /** What n8n was about when it died, for the log. */
  readonly during: string;
}

/** A process of n8n. */
interface Victim {
  readonly name: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Kills n8n's server or one of its workers as planned, and starts it again each time. */
export class Killer {
  readonly kills: Kill[] = [];
  /** Of the process that was killed last: only what has ended can be started again. */
  private end: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly onKill: (kill: Kill) => void,
  ) {}

  /** Resolves once the last kill is done and n8n is up again. */
  async killAll(plan: readonly PlannedKill[], signal: AbortSignal): Promise<void> {
    let victim = this.victimOf(0);
    for (const [index, planned] of plan.entries()) {
      if (planned.moment !== 'starting') {
        victim = this.victimOf(planned.victim);
        await this.strike(victim, planned, signal);
      }
      await this.end;
      await sleep(planned.downMs);
      const next = plan[index + 1];
      if (next?.moment === 'starting') await this.startAndKill(victim, next);
      else await this.startAgain(victim);
      signal.throwIfAborted();
    }
  }

  private victimOf(number: number): Victim {
    const { n8n } = this.world;
    const worker = n8n.workers[number - 1];
    return worker
      ? { name: `worker ${number}`, kill: () => worker.kill(), start: () => worker.start() }
      : { name: 'n8n', kill: () => n8n.kill(), start: () => n8n.restart('ready') };
  }

  /** n8n may end by itself as it takes up what was left: whatever looks after its process starts it once more. */
  private async startAgain(victim: Victim): Promise<void> {
    await victim.start().catch(async (error: unknown) => {
      if (!(error instanceof HostError) || error.code !== 'n8n_exited') throw error;
      this.note(`${victim.name}, which ended by itself as it started: ${error.message}`);
      await victim.start();
    });
  }

  private async strike(victim: Victim, planned: PlannedKill, signal: AbortSignal): Promise<void> {
    const { journal, arrivals } = this.world.sandbox.context;
    let left = planned.afterEffects;
    const during = await new Promise<string>((resolve, reject) => {
      const stops: (() => void)[] = [];
      const end = (what: string): void => {
        for (const stop of stops.splice(0)) stop();
        resolve(what);
      };
      // At once, in the same turn of the event loop: the answer to this effect is never sent.
      const killNow = (what: string): void => {
        this.kill(victim, what);
        end(what);
      };
      stops.push(
        journal.onEffect((effect) => {
          if (!isWorkOfN8n(effect)) return;
          left -= 1;
          if (left > 0) return;
          if (planned.moment === 'done') killNow(`${effect.provider} had just done ${effect.effect}`);
          else if (planned.moment === 'between') end('');
        }),
        arrivals.add(({ provider, method, path }) => {
          if (left <= 0 && planned.moment === 'asked')
            killNow(`${provider} was being asked ${method ?? ''} ${path ?? ''}`);
        }),
      );
      signal.addEventListener('abort', () => {
        for (const stop of stops.splice(0)) stop();
        reject(new Error('There was no more work to kill n8n in'));
      });
    });
    if (during !== '') return;
    await sleep(planned.delayMs);
    this.kill(victim, 'nothing in particular was done');
  }

  private kill(victim: Victim, during: string): void {
    // The signal is sent before this returns.
    this.end = victim.kill();
    this.note(`${victim.name}, while ${during}`);
  }

  private note(during: string): void {
    const kill = { at: Date.now(), during };
    this.kills.push(kill);
    this.onKill(kill);
  }

  private async startAndKill(victim: Victim, { delayMs }: PlannedKill): Promise<void> {
    const start = victim.start().catch(() => undefined);
    await sleep(delayMs);
    this.kill(victim, 'it was starting, and taking up what was left');
    await start;
  }
}
