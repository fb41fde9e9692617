import { createRunExecutionData, type IRun } from 'n8n-workflow';
import { runToItsEnd } from '../../nodes/shared/run-to-its-end';

const MINUTE_MS = 60_000;

interface Deferred {
  readonly promise: Promise<IRun>;
  readonly resolve: (run: IRun) => void;
}

function deferred(): Deferred {
  let resolve: Deferred['resolve'] = () => undefined;
  const promise = new Promise<IRun>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** A trigger whose runs end when the test says so, or never. */
function aTrigger(settings: { executionTimeout?: number } = {}): {
  context: Parameters<typeof runToItsEnd>[0];
  end(status: IRun['status']): void;
} {
  const runs: Deferred[] = [];
  const context = {
    helpers: { createDeferredPromise: deferred },
    getWorkflowSettings: () => settings,
    emit: (_items: unknown, _answer: unknown, done: Deferred) => void runs.push(done),
  } as unknown as Parameters<typeof runToItsEnd>[0];
  const data = createRunExecutionData({});
  return {
    context,
    end: (status) => {
      for (const run of runs) run.resolve({ status, data, mode: 'trigger', startedAt: new Date(), storedAt: 'db' });
    },
  };
}

const outcomeOf = (run: Promise<void>): { said: string | undefined } => {
  const outcome: { said: string | undefined } = { said: undefined };
  run.then(
    () => (outcome.said = 'ended well'),
    (error: unknown) => (outcome.said = String(error)),
  );
  return outcome;
};

describe('a run whose end n8n never tells', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    delete process.env['EXECUTIONS_MODE'];
  });

  it.each([
    ['a quarter of an hour', {}, 15 * MINUTE_MS],
    ['a minute more than the workflow allows', { executionTimeout: 3600 }, 61 * MINUTE_MS],
    ['a quarter of an hour where the workflow has no time-out', { executionTimeout: -1 }, 15 * MINUTE_MS],
  ])('is handed over again in queue mode after %s', async (_, settings, afterMs) => {
    process.env['EXECUTIONS_MODE'] = 'queue';
    const outcome = outcomeOf(runToItsEnd(aTrigger(settings).context, []));
    await jest.advanceTimersByTimeAsync(afterMs - 1000);
    expect(outcome.said).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1000);
    expect(outcome.said).toMatch(/n8n has not said within \d+ minutes how the run ended/);
  });

  it('is waited for in regular mode, where n8n itself runs it', async () => {
    const trigger = aTrigger();
    const outcome = outcomeOf(runToItsEnd(trigger.context, []));
    await jest.advanceTimersByTimeAsync(24 * 60 * MINUTE_MS);
    expect(outcome.said).toBeUndefined();
    trigger.end('success');
    await jest.advanceTimersByTimeAsync(0);
    expect(outcome.said).toBe('ended well');
  });

  it.each([
    ['success', /^ended well$/],
    ['waiting', /^ended well$/],
    ['error', /The run ended as error/],
    ['crashed', /The run ended as crashed/],
  ] as const)('ends the wait in queue mode as soon as it is told: %s', async (status, says) => {
    process.env['EXECUTIONS_MODE'] = 'queue';
    const trigger = aTrigger();
    const outcome = outcomeOf(runToItsEnd(trigger.context, []));
    trigger.end(status);
    await jest.advanceTimersByTimeAsync(0);
    expect(outcome.said).toMatch(says);
    expect(jest.getTimerCount()).toBe(0);
  });
});
