import type { Attempt, EffectResult, Ledger } from '../../../lib/ledger';
import { foldEvents, ReturnsError, type Command, type ErrorCode } from '../../../lib/returns';
import { describeEachStore } from './support/each-store';
import { Ledgers } from './support/ledgers';
import { aRefund, aReturn, byWorkflow } from './support/returns';

const byAgent = { actor: { kind: 'agent', name: 'Noa' } } as const;
const settle: Command = { type: 'settle', refund: aRefund() };

describeEachStore('a preview', () => {
  let ledgers: Ledgers;
  let ledger: Ledger;
  let caseId: string;
  beforeEach(async () => {
    ledgers = new Ledgers();
    ledger = await ledgers.open();
    caseId = (await ledger.openCase(aReturn(), byWorkflow)).dossier.case.id;
  });
  afterEach(() => ledgers.remove());

  it.each<Command>([
    { type: 'approve', note: 'in time' },
    { type: 'link', references: { trackingNumber: 'EZ1' } },
    { type: 'fail', code: 'mail_failed', message: 'no', step: 'mail' },
    settle,
  ])('tells what $type then does, and writes nothing', async (command) => {
    const before = await ledger.getCase({ id: caseId });
    const preview = await ledger.preview(caseId, command);
    expect(await ledger.getCase({ id: caseId })).toEqual(before);
    expect(await ledger.timeline(caseId)).toHaveLength(1);
    const { dossier, events } = await ledger.command(caseId, command, byWorkflow);
    expect(preview.dossier).toEqual(dossier);
    expect(events).toMatchObject(preview.events.map(({ type, change }) => ({ type, change })));
  });

  it('of what is fulfilled already is no change at all', async () => {
    await ledger.command(caseId, { type: 'approve' }, byWorkflow);
    const { dossier, events } = await ledger.preview(caseId, { type: 'approve' });
    expect(events).toEqual([]);
    expect(dossier.case.version).toBe(2);
  });

  it('is refused where the command would be', async () => {
    await ledger.command(caseId, { type: 'reject' }, byWorkflow);
    await expect(ledger.preview(caseId, { type: 'approve' })).rejects.toMatchObject({ code: 'illegal_command' });
    await expect(ledger.preview('nope', { type: 'approve' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger.preview(caseId, { type: 'note', note: '' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describeEachStore('a step in the hands of a person', () => {
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

  const refund = async (outcome: ReturnsError | EffectResult<unknown> = { result: 're_1' }): Promise<unknown> =>
    await ledger.runOnce(
      caseId,
      'refund',
      async (attempt) => {
        attempts.push(attempt);
        if (outcome instanceof ReturnsError) throw outcome;
        return await Promise.resolve(outcome);
      },
      byWorkflow,
    );
  const failWith = async (code: ErrorCode, retryable = false): Promise<void> => {
    const error = new ReturnsError(code, `Said ${code}`, { description: 'Try again.', retryable });
    await expect(refund(error)).rejects.toBe(error);
  };
  /** A run that has begun the step and does not come back until it is told. */
  const begin = async (through = ledger): Promise<() => Promise<unknown>> => {
    let finish: (outcome: EffectResult<string>) => void = () => undefined;
    let running: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      const effect = (): Promise<EffectResult<string>> =>
        new Promise((done) => {
          finish = done;
          begun();
        });
      running = through.runOnce(caseId, 'refund', effect, byWorkflow);
    });
    return async () => {
      finish({ result: 'late' });
      return await running;
    };
  };
  const types = async (): Promise<string[]> => (await ledger.timeline(caseId)).map(({ type }) => type);

  it('is listed with whoever holds it, since when and until when', async () => {
    const finish = await begin();
    const since = new Date(ledgers.now).toISOString();
    const until = new Date(ledgers.now + 60_000).toISOString();
    expect(await ledger.steps(caseId)).toMatchObject([
      {
        step: 'refund',
        status: 'running',
        attempts: 1,
        mayHaveHappened: true,
        createdAt: since,
        holder: { name: expect.stringMatching(/\w/), since, until, isAlive: true },
      },
    ]);
    ledgers.now += 60_000;
    expect(await ledger.steps(caseId)).toMatchObject([{ status: 'running', holder: { isAlive: false } }]);
    await finish();
    const [done] = await ledger.steps(caseId);
    expect(done).toMatchObject({ status: 'done', mayHaveHappened: false });
    expect(done).not.toHaveProperty('holder');
  });

  it.each([
    ['provider_refused', false],
    ['unexpected_answer', true],
  ] as const)('that failed with %s says whether it may have happened, there and on the case', async (code, may) => {
    await failWith(code);
    expect(await ledger.steps(caseId)).toMatchObject([{ status: 'failed', error: { code }, mayHaveHappened: may }]);
    expect((await ledger.getCase({ id: caseId })).case.failures).toMatchObject([{ code, step: 'refund' }]);
  });

  describe('is opened again', () => {
    it('so that the next call tries it under a new key where the provider has refused', async () => {
      await failWith('provider_refused');
      ledgers.now += 1000;
      const step = await ledger.retryStep(caseId, 'refund', 'The card was replaced', byAgent);
      expect(step).toMatchObject({ status: 'open', attempts: 1, mayHaveHappened: false });
      expect((await ledger.timeline(caseId)).at(-1)).toMatchObject({
        type: 'step.reopened',
        change: { step: 'refund' },
        note: 'The card was replaced',
        actor: byAgent.actor,
      });
      await refund();
      expect(attempts[1]).toMatchObject({
        number: 2,
        idempotencyKey: step.idempotencyKey,
        formerKeys: [attempts[0]?.idempotencyKey],
        keySince: new Date(ledgers.now).toISOString(),
        mayHaveHappened: false,
      });
      expect(step.idempotencyKey).not.toBe(attempts[0]?.idempotencyKey);
    });

    it('keeps key and doubt where it may have happened', async () => {
      await failWith('unexpected_answer');
      await ledger.retryStep(caseId, 'refund', 'Looked it up', byAgent);
      await refund();
      expect(attempts[1]).toMatchObject({ idempotencyKey: attempts[0]?.idempotencyKey, mayHaveHappened: true });
    });

    it('twice is one new key, not two', async () => {
      await failWith('provider_refused');
      const first = await ledger.retryStep(caseId, 'refund', 'Once', byAgent);
      const second = await ledger.retryStep(caseId, 'refund', 'Twice', byAgent);
      expect(second.idempotencyKey).toBe(first.idempotencyKey);
    });

    it('after its run has died keeps the doubt', async () => {
      const finish = await begin();
      ledgers.now += 60_000;
      const step = await ledger.retryStep(caseId, 'refund', 'The server was restarted', byAgent);
      expect(step).toMatchObject({ status: 'open', mayHaveHappened: true });
      expect(step).not.toHaveProperty('holder');
      await finish();
      expect(await ledger.steps(caseId)).toMatchObject([{ status: 'done', result: 'late' }]);
    });

    it('is refused while a live run holds it, when it is done, and when there is none', async () => {
      const retry = (step = 'refund', reason = 'Because'): Promise<unknown> =>
        ledger.retryStep(caseId, step, reason, byAgent);
      await expect(retry()).rejects.toMatchObject({
        code: 'not_found',
        description: expect.stringContaining('no step'),
      });
      const finish = await begin();
      await expect(retry()).rejects.toMatchObject({ code: 'step_in_progress', retryable: true });
      await finish();
      await expect(retry()).rejects.toMatchObject({ code: 'illegal_command' });
      await expect(retry('refnud')).rejects.toMatchObject({
        code: 'not_found',
        description: expect.stringContaining('refund'),
      });
      await expect(retry('refund', ' ')).rejects.toMatchObject({ code: 'invalid_input' });
      expect(await types()).toEqual(['case.opened']);
    });
  });

  describe('is settled by hand', () => {
    const byHand = { reason: 'Refunded in the dashboard of Stripe', result: { id: 're_1' }, commands: [settle] };

    it('with its result, its news and the reason, in one transaction', async () => {
      await failWith('unexpected_answer');
      const outcome = await ledger.settleStep(caseId, 'refund', byHand, byAgent);
      expect(outcome).toMatchObject({
        result: { id: 're_1' },
        performed: true,
        dossier: { case: { settlement: 'refunded' } },
      });
      expect(await types()).toEqual(['case.opened', 'case.failed', 'step.settled', 'settlement.refunded']);
      expect((await ledger.timeline(caseId))[2]).toMatchObject({ note: byHand.reason, change: { step: 'refund' } });
      expect(outcome.dossier).toEqual(foldEvents(await ledger.timeline(caseId)));
      const [step] = await ledger.steps(caseId);
      expect(step).toMatchObject({ status: 'done', result: { id: 're_1' }, mayHaveHappened: false });
      expect(step).not.toHaveProperty('error');
    });

    it('and is not done again by anybody', async () => {
      await failWith('provider_refused');
      await ledger.settleStep(caseId, 'refund', byHand, byAgent);
      expect(await refund()).toMatchObject({ result: { id: 're_1' }, performed: false });
      expect(attempts).toHaveLength(1);
    });

    it('without a result and without news', async () => {
      await failWith('provider_refused');
      const outcome = await ledger.settleStep(caseId, 'refund', { reason: 'Not owed any more' }, byAgent);
      expect(outcome).toMatchObject({ result: undefined, performed: true });
    });

    it('leaves one that is done as it is', async () => {
      await refund();
      expect(await ledger.settleStep(caseId, 'refund', byHand, byAgent)).toMatchObject({
        result: 're_1',
        performed: false,
      });
      expect(await types()).toEqual(['case.opened']);
    });

    it.each<[string, Command, ErrorCode]>([
      ['that the case cannot take', { type: 'receive' }, 'illegal_command'],
      ['that make no sense', { type: 'settle' }, 'invalid_input'],
      ['that are no command', { type: 'note', note: '' }, 'invalid_input'],
    ])('is refused with news %s, and changes nothing', async (_, news, code) => {
      await failWith('provider_refused');
      const settlement = { ...byHand, commands: [settle, news] };
      await expect(ledger.settleStep(caseId, 'refund', settlement, byAgent)).rejects.toMatchObject({ code });
      expect(await types()).toEqual(['case.opened', 'case.failed']);
      expect(await ledger.steps(caseId)).toMatchObject([{ status: 'failed' }]);
    });

    it('is refused while a live run holds it, when there is none, and without a reason', async () => {
      await expect(ledger.settleStep(caseId, 'refund', byHand, byAgent)).rejects.toMatchObject({ code: 'not_found' });
      const finish = await begin();
      await expect(ledger.settleStep(caseId, 'refund', byHand, byAgent)).rejects.toMatchObject({
        code: 'step_in_progress',
      });
      await expect(ledger.settleStep(caseId, 'refund', { reason: '' }, byAgent)).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await finish();
    });

    it('wins over a run that was given up and comes back late', async () => {
      const finish = await begin();
      ledgers.now += 60_000;
      await ledger.settleStep(caseId, 'refund', byHand, byAgent);
      expect(await finish()).toMatchObject({ result: { id: 're_1' }, performed: false });
    });
  });
});
