import type { Attempt, EffectResult, Ledger } from '../../../lib/ledger';
import { ReturnsError, type Command, type ErrorCode } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, byWorkflow } from './support/returns';

const failure = (code: ErrorCode, retryable = false): ReturnsError =>
  new ReturnsError(code, `Said ${code}`, { description: 'Try again.', retryable });

/** An effect that ends when the test says so. */
class HeldEffect {
  finish: (outcome: EffectResult<string>) => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  private begin: () => void = () => undefined;
  /** By then its step is claimed. */
  readonly begun = new Promise<void>((resolve) => (this.begin = resolve));
  private readonly outcome = new Promise<EffectResult<string>>((resolve, reject) => {
    this.finish = resolve;
    this.fail = reject;
  });

  readonly run = (): Promise<EffectResult<string>> => {
    this.begin();
    return this.outcome;
  };
}

describeEachStore('runOnce', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  let attempts: Attempt[];
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
    attempts = [];
  });
  afterEach(() => ledgers.remove());

  const settle: Command = { type: 'settle', refund: aRefund() };
  const refund = async (
    through = ledger,
    outcome: Error | EffectResult<unknown> = { result: 'ok', commands: [settle] },
  ) =>
    await through.runOnce(
      caseId,
      'refund',
      async (attempt) => {
        attempts.push(attempt);
        if (outcome instanceof Error) throw outcome;
        return await Promise.resolve(outcome);
      },
      byWorkflow,
    );
  const failWith = (error: Error): Promise<void> => expect(refund(ledger, error)).rejects.toBe(error);

  it('performs the effect, then stores its result and appends its news together', async () => {
    const outcome = await refund();
    expect(outcome).toMatchObject({ result: 'ok', performed: true, dossier: { case: { settlement: 'refunded' } } });
    expect(attempts).toEqual([
      {
        idempotencyKey: expect.any(String),
        number: 1,
        mayHaveHappened: false,
        keySince: expect.any(String),
        formerKeys: [],
      },
    ]);
    expect(await ledger.steps(caseId)).toMatchObject([
      {
        caseId,
        step: 'refund',
        status: 'done',
        attempts: 1,
        result: 'ok',
        idempotencyKey: attempts[0]?.idempotencyKey,
      },
    ]);
  });

  it('answers the stored result ever after, through any connection', async () => {
    await refund();
    expect(await refund(await ledgers.open())).toMatchObject({ result: 'ok', performed: false });
    expect(attempts).toHaveLength(1);
  });

  it('answers the result as JSON keeps it, the first time and later', async () => {
    const at = new Date(0);
    const first = await refund(ledger, { result: { at, gone: undefined } });
    const later = await refund();
    expect(first.result).toEqual({ at: at.toISOString() });
    expect(later.result).toEqual(first.result);
    expect(
      (await ledger.runOnce(caseId, 'mail', async () => await Promise.resolve({ result: undefined }), byWorkflow))
        .result,
    ).toBeUndefined();
  });

  it('hands the case as it stands to the effect', async () => {
    await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    const { result } = await ledger.runOnce(
      caseId,
      'label',
      async (_, dossier) => await Promise.resolve({ result: dossier.case.decision }),
      byWorkflow,
    );
    expect(result).toBe('approved');
  });

  it('performs once when many ask at once', async () => {
    const other = await ledgers.open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => refund(index % 2 ? ledger : other)),
    );
    expect(attempts).toHaveLength(1);
    for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(outcome).toMatchObject({ reason: { code: 'step_in_progress', retryable: true } });
    }
  });

  it('performs each of many steps once when two processes ask for all of them at the same moment', async () => {
    const both = [ledger, await ledgers.open()];
    // Connections are made on first use: without this, one process would be done before the other has begun.
    await Promise.all([...both, ...both, ...both, ...both].map((each) => each.steps(caseId)));
    const performed: string[] = [];
    const names = Array.from({ length: 30 }, (_, index) => `step-${index}`);
    await Promise.all(
      names.flatMap((name) =>
        both.map((each) =>
          each
            .runOnce(
              caseId,
              name,
              () => {
                performed.push(name);
                return Promise.resolve({ result: name });
              },
              byWorkflow,
            )
            .catch((error: unknown) => {
              expect(error).toMatchObject({ code: 'step_in_progress' });
            }),
        ),
      ),
    );
    expect(performed.toSorted()).toEqual(names.toSorted());
  });

  it('refuses a second call while the first one runs, and says for how long', async () => {
    const effect = new HeldEffect();
    const running = ledger.runOnce(caseId, 'refund', effect.run, byWorkflow);
    await effect.begun;
    await expect(refund()).rejects.toMatchObject({
      code: 'step_in_progress',
      context: { step: 'refund', retryInMs: 60_000 },
    });
    effect.finish({ result: 'slow' });
    expect(await running).toMatchObject({ result: 'slow', performed: true });
    expect(await refund()).toMatchObject({ result: 'slow', performed: false });
  });

  it('renews its lease while a long effect runs', async () => {
    const real = await ledgers.open({ clock: () => new Date(), stepLeaseMs: 600 });
    const effect = new HeldEffect();
    const running = real.runOnce(caseId, 'refund', effect.run, byWorkflow);
    await effect.begun;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await expect(refund(await ledgers.open({ clock: () => new Date() }))).rejects.toMatchObject({
      code: 'step_in_progress',
    });
    effect.finish({ result: 'slow' });
    expect(await running).toMatchObject({ performed: true });
  });

  it('tries again under the same key after a retryable error, for the effect may have happened', async () => {
    await failWith(failure('timed_out', true));
    expect(await ledger.steps(caseId)).toMatchObject([{ status: 'open', error: { code: 'timed_out' } }]);
    expect(await ledger.timeline(caseId)).toHaveLength(1);
    ledgers.now += 1000;
    expect(await refund()).toMatchObject({ performed: true });
    const [first, second] = attempts;
    expect(second).toEqual({ ...first, number: 2, mayHaveHappened: true });
    const [step] = await ledger.steps(caseId);
    expect(step).toMatchObject({ status: 'done', attempts: 2 });
    expect(step).not.toHaveProperty('error');
  });

  it('tries again under a new key after a definite refusal, which the old key would only replay', async () => {
    await failWith(failure('provider_refused'));
    expect(await ledger.steps(caseId)).toMatchObject([{ status: 'failed', error: { code: 'provider_refused' } }]);
    ledgers.now += 1000;
    await refund();
    const [first, second] = attempts;
    expect(second).toEqual({
      idempotencyKey: expect.not.stringContaining(first?.idempotencyKey ?? ''),
      number: 2,
      mayHaveHappened: false,
      keySince: new Date(ledgers.now).toISOString(),
      formerKeys: [first?.idempotencyKey],
    });
  });

  it('looks from the first attempt on that may have happened, whatever was refused after it', async () => {
    const lost = new Date(ledgers.now).toISOString();
    await failWith(failure('provider_unavailable', true));
    ledgers.now += 3_600_000;
    await failWith(failure('provider_refused'));
    ledgers.now += 3_600_000;
    await refund();
    expect(attempts[2]).toMatchObject({
      mayHaveHappened: true,
      keySince: lost,
      formerKeys: [attempts[0]?.idempotencyKey],
    });
  });

  it('makes the failure visible on the case', async () => {
    await failWith(failure('provider_refused'));
    const { case: current } = await ledger.getCase({ id: caseId });
    expect(current.failures).toMatchObject([
      { code: 'provider_refused', message: 'Said provider_refused', step: 'refund' },
    ]);
    expect((await ledger.timeline(caseId)).at(-1)).toMatchObject({ type: 'case.failed' });
  });

  it.each(['unexpected_answer', 'unauthorized', 'invalid_input'] as const)(
    'keeps the key and the doubt after %s, which does not prove that nothing happened',
    async (code) => {
      await failWith(failure(code));
      await refund();
      expect(attempts[1]).toMatchObject({ idempotencyKey: attempts[0]?.idempotencyKey, mayHaveHappened: true });
    },
  );

  it('keeps the doubt of a lost answer beyond a later refusal', async () => {
    await failWith(failure('timed_out', true));
    await failWith(failure('provider_refused'));
    await refund();
    expect(attempts[2]).toMatchObject({ number: 3, mayHaveHappened: true, formerKeys: [attempts[0]?.idempotencyKey] });
  });

  it('keeps the text of a foreign error out of the log', async () => {
    await failWith(new TypeError('camille@example.com is undefined'));
    const log = JSON.stringify([await ledger.steps(caseId), await ledger.timeline(caseId)].slice(0, 1));
    expect(log).toContain('TypeError');
    expect(log).not.toContain('camille');
  });

  it('takes a dead process over after its lease, under the same key', async () => {
    const dead = await ledgers.open();
    const effect = new HeldEffect();
    void dead.runOnce(
      caseId,
      'refund',
      (attempt) => {
        attempts.push(attempt);
        return effect.run();
      },
      byWorkflow,
    );
    await effect.begun;
    await dead.close();
    await expect(refund()).rejects.toMatchObject({ code: 'step_in_progress' });
    ledgers.now += 60_000;
    expect(await refund()).toMatchObject({ performed: true });
    expect(attempts[1]).toEqual({ ...attempts[0], number: 2, mayHaveHappened: true });
  });

  describe('when a slow run was taken over', () => {
    let effect: HeldEffect;
    let slow: Promise<unknown>;
    beforeEach(async () => {
      effect = new HeldEffect();
      slow = ledger.runOnce(caseId, 'refund', effect.run, byWorkflow);
      await effect.begun;
      ledgers.now += 60_000;
    });

    it('applies the news of whoever finishes first, and only those', async () => {
      await refund(await ledgers.open());
      effect.finish({ result: 'slow', commands: [settle] });
      expect(await slow).toMatchObject({ result: 'ok', performed: false });
      expect((await ledger.timeline(caseId)).map(({ type }) => type)).toEqual(['case.opened', 'settlement.refunded']);
    });

    it('does not let the failure of the old run undo the new one', async () => {
      await refund(await ledgers.open());
      const late = failure('timed_out', true);
      effect.fail(late);
      await expect(slow).rejects.toBe(late);
      expect(await ledger.steps(caseId)).toMatchObject([{ status: 'done' }]);
    });
  });

  it('keeps the result when the case does not take the news, and notes that on the case', async () => {
    await ledger.command(caseId, { type: 'reject' }, byWorkflow);
    const outcome = await refund(ledger, { result: 're_1', commands: [{ type: 'receive' }, settle] });
    expect(outcome).toMatchObject({ result: 're_1', performed: true });
    expect(outcome.dossier.case).toMatchObject({
      settlement: 'refunded',
      failures: [{ code: 'illegal_command', step: 'refund' }],
    });
  });

  it('refuses a result that cannot be stored, and leaves the doubt', async () => {
    await expect(refund(ledger, { result: 1n })).rejects.toMatchObject({ code: 'invalid_input' });
    await refund();
    expect(attempts[1]).toMatchObject({ mayHaveHappened: true });
  });

  it('claims nothing for a case that is not there, or a step without a name', async () => {
    const effect = jest.fn();
    await expect(ledger.runOnce('nope', 'refund', effect, byWorkflow)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger.runOnce(caseId, '', effect, byWorkflow)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(effect).not.toHaveBeenCalled();
  });
});
