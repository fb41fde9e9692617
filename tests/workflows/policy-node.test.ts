import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IBinaryKeyData } from 'n8n-workflow';
import { presetNames } from '../../lib/policy';
import { runNode, type NodeRun } from './support/run-node';
import type { Run } from './support/run-workflow';
import { daysAgo, openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

/** n8n reads it when the first node asks for a file. */
const allowed = join(tmpdir(), `returns-policies-${process.pid}`);
process.env['N8N_RESTRICT_FILE_ACCESS_TO'] = allowed;
afterAll(() => rm(allowed, { recursive: true, force: true }));

const run = (
  operation: string,
  item: object,
  parameters: NodeRun['parameters'] = {},
  more: Partial<NodeRun> = {},
): Promise<Run> =>
  runNode({
    type: 'returnPolicy',
    parameters: { operation, ...parameters },
    items: [item],
    credentials: {},
    ...more,
  });

const yaml = 'name: of-a-file\nversion: "7"\nwindows:\n  default:\n    days: 20\n';
const fileOf = (text: string): IBinaryKeyData => ({
  policy: { data: Buffer.from(text).toString('base64'), mimeType: 'text/yaml', fileName: 'policy.yaml' },
});
const asks = JSON.stringify({
  name: 'asking',
  version: '1',
  windows: { default: { days: 30 } },
  itemConditions: [{ id: 'tags', requires: ['tags_on'], ask: true, otherwise: 'reject' }],
});
const given = () => ({ request: teeRequest(), order: stripeOrder('pi_1') });

describe('Evaluate', () => {
  const outputs = async (item: object, policyJson: string): Promise<number[]> => {
    const done = await run('evaluate', item, { policySource: 'json', policyJson });
    expect(done).toMatchObject({ status: 'success', error: undefined });
    return [0, 1, 2, 3].map((output) => done.items('node', output).length);
  };
  const policy = (more: object): string =>
    JSON.stringify({ name: 'a', version: '1', windows: { default: { days: 30 } }, ...more });

  it('has one output for each outcome', async () => {
    const late = { ...given(), order: stripeOrder('pi_1', { placedAt: daysAgo(90), deliveredAt: daysAgo(80) }) };
    const review = policy({ routing: [{ id: 'all', outcome: 'review' }] });
    await expect(outputs(given(), policy({}))).resolves.toEqual([1, 0, 0, 0]);
    await expect(outputs(given(), review)).resolves.toEqual([0, 1, 0, 0]);
    await expect(
      outputs({ ...given(), order: stripeOrder('pi_1', { deliveredAt: daysAgo(20), placedAt: daysAgo(25) }) }, asks),
    ).resolves.toEqual([0, 0, 1, 0]);
    await expect(outputs(late, policy({}))).resolves.toEqual([0, 0, 0, 1]);
  });

  it('hands everything to an agent by the one output that an agent reads', async () => {
    const late = { ...given(), order: stripeOrder('pi_1', { placedAt: daysAgo(90), deliveredAt: daysAgo(80) }) };
    const done = await run(
      'evaluate',
      late,
      { policySource: 'preset', preset: 'eu-shop', outputMode: 'result' },
      { type: 'returnPolicyTool' },
    );
    expect(done.json('node', 0)).toMatchObject([{ outcome: 'reject' }]);
  });

  it.each(presetNames)('decides by the preset %s', async (preset) => {
    const done = await run('evaluate', given(), { policySource: 'preset', preset });
    const decided = [0, 1, 2, 3].flatMap((output) => done.json('node', output));
    expect(decided).toMatchObject([{ decision: { policy: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } } }]);
  });

  it('reads YAML, and an object from an expression', async () => {
    const text = await run('evaluate', given(), { policySource: 'json', policyJson: yaml });
    expect(text.json('node')).toMatchObject([{ decision: { policy: { name: 'of-a-file', version: '7' } } }]);
    const item = { ...given(), rules: { name: 'of-the-item', version: '2', windows: { default: { days: 30 } } } };
    const object = await run('evaluate', item, { policySource: 'json', policyJson: '={{ $json.rules }}' });
    expect(object.json('node')).toMatchObject([{ decision: { policy: { name: 'of-the-item', version: '2' } } }]);
  });

  it('decides by the version that was in force when the order was placed', async () => {
    const version = (name: string, days: number, effectiveFrom?: string): object => ({
      name: 'versions',
      version: name,
      windows: { default: { days } },
      ...(effectiveFrom !== undefined && { effectiveFrom }),
    });
    const decidedBy = async (placed: number, versions: readonly object[]): Promise<Run> =>
      run(
        'evaluate',
        { request: teeRequest(), order: stripeOrder('pi_1', { placedAt: daysAgo(placed), deliveredAt: daysAgo(3) }) },
        { policySource: 'json', policyJson: JSON.stringify(versions) },
      );
    const versions = [version('old', 60), version('new', 30, daysAgo(10).slice(0, 10))];
    const before = await decidedBy(20, versions);
    expect(before.json('node')).toMatchObject([{ decision: { policy: { version: 'old' } } }]);
    const after = await decidedBy(5, versions);
    expect(after.json('node')).toMatchObject([{ decision: { policy: { version: 'new' } } }]);
    const none = await decidedBy(20, [
      version('new', 30, daysAgo(10).slice(0, 10)),
      version('newer', 30, daysAgo(1).slice(0, 10)),
    ]);
    expect(none.error?.message).toContain('No version of the policy was in force');
  });

  it('reads a file that comes with the item, and one at a path', async () => {
    const binary = await run('evaluate', given(), { policySource: 'file' }, { binary: fileOf(yaml) });
    expect(binary.json('node')).toMatchObject([{ decision: { policy: { name: 'of-a-file' } } }]);
    const policyPath = join(allowed, 'policy.yaml');
    await mkdir(allowed, { recursive: true });
    await writeFile(policyPath, yaml);
    const path = await run('evaluate', given(), { policySource: 'file', fileFrom: 'path', policyPath });
    expect(path.json('node')).toMatchObject([{ decision: { policy: { name: 'of-a-file' } } }]);
  });

  it('leaves files alone that n8n does not allow, and says which one is not there', async () => {
    const blocked = await run('evaluate', given(), {
      policySource: 'file',
      fileFrom: 'path',
      policyPath: '/proc/self/environ',
    });
    expect(blocked.status).toBe('error');
    const missing = await run('evaluate', given(), {
      policySource: 'file',
      fileFrom: 'path',
      policyPath: join(allowed, 'no-such-policy.yaml'),
    });
    expect(missing.status).toBe('error');
    expect(missing.error?.message).toMatch(/no-such-policy|could not be found|not.*exist/i);
  });

  it('keeps as much of the trace as it is told to', async () => {
    const trace = async (depth: string): Promise<number> => {
      const done = await run('evaluate', given(), { policySource: 'preset', preset: 'fashion-fr', trace: depth });
      const [decided] = [0, 1, 2, 3].flatMap((output) => done.json('node', output));
      return (decided?.['decision'] as { trace: unknown[] }).trace.length;
    };
    const [full, held, none] = [await trace('full'), await trace('held'), await trace('none')];
    expect(full).toBeGreaterThan(held);
    expect(held).toBeGreaterThan(none);
    expect(none).toBe(0);
  });

  it('sends to a person what cannot be judged, when it is set to go on', async () => {
    const done = await run(
      'evaluate',
      { request: {}, order: {} },
      { policySource: 'preset' },
      { onError: 'continueRegularOutput' },
    );
    expect(done.json('node', 1)).toMatchObject([{ error: { code: 'invalid_input' } }]);
    expect(done.items('node', 0)).toHaveLength(0);
  });
});

describe('Score Risk', () => {
  const pastReturns = async (count: number): Promise<void> => {
    const ledger = await world.ledger();
    for (let index = 0; index < count; index += 1) {
      const order = stripeOrder(`pi_${index}`, { placedAt: daysAgo(60 - index), deliveredAt: daysAgo(55 - index) });
      await openCase(
        ledger,
        order,
        teeRequest({
          externalId: `past-${index}`,
          requestedAt: daysAgo(50 - index),
          lines: [
            { orderLineId: 'line-tee', quantity: 2, reason: 'changed_mind' },
            { orderLineId: 'line-mug', quantity: 1, reason: 'changed_mind' },
          ],
        }),
      );
    }
  };

  it('scores from what the ledger has of the customer, point by point', async () => {
    const first = await run('scoreRisk', given(), { policySource: 'preset' });
    expect(first.json('node')).toMatchObject([{ risk: { confidence: { returns: 1 } } }]);
    await pastReturns(8);
    const later = await run('scoreRisk', given(), { policySource: 'preset' });
    const [scored] = later.json('node');
    expect(scored).toMatchObject({
      risk: {
        confidence: { returns: 9 },
        points: expect.arrayContaining([expect.objectContaining({ signal: 'return_count' })]),
      },
      history: { returns: { days90: 8 } },
    });
    const without = await run('scoreRisk', given(), { policySource: 'preset', historyFrom: 'none' });
    expect(without.json('node')).toMatchObject([{ risk: { confidence: { returns: 1 } } }]);
    expect(without.json('node')[0]).not.toHaveProperty('history');
  });

  it('scores from cases that another node brings', async () => {
    await pastReturns(3);
    const { items } = await (await world.ledger()).findCases({}, { limit: 10 });
    const done = await run(
      'scoreRisk',
      { ...given(), past: items },
      { policySource: 'preset', historyFrom: 'cases', pastCases: '={{ $json.past }}' },
    );
    expect(done.json('node')).toMatchObject([{ risk: { confidence: { returns: 4 } } }]);
    const wrong = await run(
      'scoreRisk',
      { ...given(), past: [{}] },
      { policySource: 'preset', historyFrom: 'cases', pastCases: '={{ $json.past }}' },
    );
    expect(wrong.error?.message).toMatch(/"Past Cases" is not valid/);
  });

  it('scores by the version that was in force when the order was placed, as Evaluate does', async () => {
    const version = (name: string, effectiveFrom: string): object => ({
      name: 'a',
      version: name,
      effectiveFrom: effectiveFrom.slice(0, 10),
      windows: { default: { days: 30 } },
    });
    const scored = (placedAt: string): Promise<Run> =>
      run(
        'scoreRisk',
        { request: teeRequest(), order: stripeOrder('pi_1', { placedAt, deliveredAt: daysAgo(3) }) },
        {
          policySource: 'json',
          policyJson: JSON.stringify([version('1', daysAgo(10)), version('2', daysAgo(1))]),
          historyFrom: 'none',
        },
      );
    expect((await scored(daysAgo(5))).json('node')).toMatchObject([{ risk: { score: expect.any(Number) } }]);
    expect((await scored(daysAgo(20))).error?.message).toContain('No version of the policy was in force on');
  });

  it('comes before the decision when Evaluate is told so, and can only add a review', async () => {
    await pastReturns(8);
    const policyJson = JSON.stringify({
      name: 'a',
      version: '1',
      windows: { default: { days: 30 } },
      risk: { reviewFrom: 1 },
    });
    const parameters = { policySource: 'json', policyJson };
    const unscored = await run('evaluate', given(), parameters);
    expect(unscored.json('node', 2)).toMatchObject([{ decision: { missing: ['risk.score'] } }]);
    const scored = await run('evaluate', given(), { ...parameters, scoreRisk: true });
    expect(scored.json('node', 1)).toMatchObject([
      { risk: { score: expect.any(Number) }, history: {}, decision: { outcome: 'review', rule: 'risk.review-from' } },
    ]);
  });
});

describe('Validate', () => {
  it('lists every fault with its place and what was meant, and does not fail', async () => {
    const policyJson = JSON.stringify({
      name: 'a',
      version: '1',
      windoes: {},
      windows: { default: { days: -1 } },
      routing: [{ id: 'r', outcome: 'aprove' }],
    });
    const done = await run('validate', {}, { policySource: 'json', policyJson });
    expect(done).toMatchObject({ status: 'success', error: undefined });
    expect(done.json('node')).toMatchObject([{ validation: { valid: false, tests: [] } }]);
    const [{ validation }] = done.json('node') as [{ validation: { faults: unknown[] } }];
    expect(validation.faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'windoes', suggestion: 'windows' }),
        expect.objectContaining({ path: 'routing[0].outcome', suggestion: 'approve' }),
        expect.objectContaining({ path: 'windows.default.days' }),
      ]),
    );
  });

  it('runs the tests that the policy carries', async () => {
    const tests = [
      { name: 'in time', given: {}, expect: { outcome: 'approve' } },
      { name: 'wrong hope', given: {}, expect: { outcome: 'reject' } },
    ];
    const policyJson = JSON.stringify({ name: 'a', version: '1', windows: { default: { days: 30 } }, tests });
    const done = await run('validate', {}, { policySource: 'json', policyJson });
    expect(done.json('node')).toMatchObject([
      {
        validation: {
          valid: false,
          faults: [],
          tests: [
            { name: 'in time', passed: true },
            { name: 'wrong hope', passed: false, differences: ['outcome: expected reject, got approve'] },
          ],
        },
      },
    ]);
  });

  it('checks each of a list of versions, and says which has the fault', async () => {
    const tests = [{ name: 'wrong hope', given: {}, expect: { outcome: 'reject' } }];
    const policyJson = JSON.stringify([
      { name: 'a', version: '1', windows: { default: { days: 30 } }, tests },
      { name: 'a', version: '2', effectiveFrom: '2026-10-01', windows: { default: { days: -1 } } },
    ]);
    const done = await run('validate', {}, { policySource: 'json', policyJson, outputMode: 'result' });
    expect(done.json('node')).toMatchObject([
      {
        valid: false,
        faults: [{ path: '[1].windows.default.days' }],
        tests: [{ name: '[0] wrong hope', passed: false }],
        versions: [
          { valid: false, policy: { version: '1' } },
          { valid: false, faults: [{ path: 'windows.default.days' }] },
        ],
      },
    ]);
  });

  it.each(presetNames)('finds the preset %s in order', async (preset) => {
    const done = await run('validate', {}, { policySource: 'preset', preset, outputMode: 'result' });
    expect(done.json('node')).toMatchObject([{ valid: true, faults: [] }]);
  });

  it('takes a text that cannot be read for a policy with a fault', async () => {
    const done = await run('validate', {}, { policySource: 'json', policyJson: 'name: [unclosed' });
    expect(done.json('node')).toMatchObject([
      { validation: { valid: false, faults: [{ message: expect.stringMatching(/line 1/) }] } },
    ]);
  });
});

it('explains a decision to shopper, agent and auditor, with the names of the goods', async () => {
  const decided = await run('evaluate', given(), { policySource: 'preset', preset: 'eu-shop' });
  const [dossier = {}] = decided.json('node');
  const french = await run('explain', dossier, {});
  expect(french.json('node')).toMatchObject([
    {
      explanation: {
        outcome: 'approve',
        language: 'fr',
        shopper: expect.stringMatching(/retour/i),
        audit: expect.stringContaining('eu-shop'),
        agent: expect.stringMatching(/^Approved/),
        rules: expect.arrayContaining([
          expect.stringMatching(/^T-shirt Lune.*: rule "window".* held and decided; it saw .+\.$/),
        ]),
      },
    },
  ]);
  const german = await run('explain', dossier, { language: 'de', outputMode: 'result' });
  expect(german.json('node')).toMatchObject([{ language: 'de', shopper: expect.stringMatching(/Rück/) }]);
});

it('writes the public page in every language, as text and as file', async () => {
  const done = await run(
    'renderText',
    {},
    {
      policySource: 'preset',
      preset: 'fashion-fr',
      pageLanguage: 'all',
      pageFormat: 'markdown',
      pageOptions: { shopName: 'Atelier Lune', country: 'fr' },
    },
  );
  const items = done.items('node');
  expect(items.map(({ json }) => (json['policyText'] as { language: string }).language)).toEqual([
    'en',
    'fr',
    'de',
    'es',
    'it',
  ]);
  expect(items[1]).toMatchObject({
    json: { policyText: { fileName: 'returns-policy.fr.md', text: expect.stringMatching(/^# .*Atelier Lune/) } },
    binary: { policyText: { fileName: 'returns-policy.fr.md', mimeType: 'text/markdown' } },
  });
  const [page] = (await run('renderText', {}, { policySource: 'preset', outputMode: 'result' })).json('node');
  expect(page).toMatchObject({ language: 'en', format: 'html', text: expect.stringMatching(/^<!doctype html>/) });
});

it('writes the page of the version in force today, or on a given day', async () => {
  const tomorrow = daysAgo(-1).slice(0, 10);
  const policyJson = JSON.stringify([
    { name: 'a', version: '1', windows: { default: { days: 41 } } },
    { name: 'a', version: '2', effectiveFrom: tomorrow, windows: { default: { days: 43 } } },
  ]);
  const pageWith = async (pageOptions: Record<string, string>): Promise<Run> =>
    run('renderText', {}, { policySource: 'json', policyJson, pageFormat: 'markdown', pageOptions });
  const textOf = (done: Run): unknown => done.json('node')[0]?.['policyText'];
  expect(textOf(await pageWith({}))).toMatchObject({ text: expect.stringContaining('41') });
  expect(textOf(await pageWith({ inForceOn: daysAgo(-3) }))).toMatchObject({ text: expect.stringContaining('43') });
  expect((await pageWith({ inForceOn: 'soon' })).error?.message).toContain('"In Force On" is not a date');
});

describe('Convert', () => {
  it('shows a preset as JSON, as YAML and as a form that decide alike', async () => {
    const converted = async (convertTo: string): Promise<Record<string, unknown>> => {
      const [result = {}] = (
        await run('convert', {}, { policySource: 'preset', preset: 'fashion-fr', convertTo, outputMode: 'result' })
      ).json('node');
      return result;
    };
    const [json, yamlText, form] = [await converted('json'), await converted('yaml'), await converted('form')];
    const parameters = form['parameters'] as NodeRun['parameters'];
    const hashes = await Promise.all(
      [
        { policySource: 'json', policyJson: JSON.stringify(json['document']) },
        { policySource: 'json', policyJson: String(yamlText['text']) },
        { ...parameters, operation: 'validate' },
        { policySource: 'preset', preset: 'fashion-fr' },
      ].map(async (source) => {
        const [report] = (await run('validate', {}, { ...source, outputMode: 'result' })).json('node');
        return (report?.['policy'] as { hash: string }).hash;
      }),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(JSON.parse(String(form['paste']))).toMatchObject({
      nodes: [{ type: 'n8n-nodes-returns.returnPolicy', parameters: { policySource: 'form' } }],
    });
  });
});

describe('Compare', () => {
  const version = (number: string, days: number, more: object = {}): string =>
    JSON.stringify({ name: 'a', version: number, windows: { default: { days } }, ...more });

  it('tells in words what changes, and what is wrong with it', async () => {
    const later = version('2', 20, {
      exclusions: [
        { id: 'all', ground: 'commercial' },
        { id: 'sale', when: { 'line.tags': ['sale'] }, ground: 'commercial' },
      ],
    });
    const done = await run(
      'compare',
      {},
      {
        beforePolicySource: 'json',
        beforePolicyJson: version('1', 30),
        policySource: 'json',
        policyJson: later,
        lintCountries: 'fr, de',
        outputMode: 'result',
      },
    );
    expect(done).toMatchObject({ status: 'success', error: undefined });
    const [comparison] = done.json('node');
    expect(comparison).toMatchObject({
      same: false,
      before: { version: '1' },
      after: { version: '2' },
      changes: expect.arrayContaining([
        expect.objectContaining({
          path: 'windows.default',
          kind: 'changed',
          before: expect.objectContaining({ days: 30 }),
        }),
      ]),
      words: expect.stringContaining('All goods can now be sent back within 20 days instead of 30 days.'),
      findings: expect.arrayContaining([
        expect.objectContaining({ severity: expect.any(String), todo: expect.any(String) }),
      ]),
    });
  });

  it('finds a policy the same as itself', async () => {
    const done = await run('compare', {}, { beforePolicySource: 'preset', policySource: 'preset', lint: false });
    expect(done.json('node')).toMatchObject([{ comparison: { same: true, changes: [], words: '' } }]);
    expect(done.json('node')[0]?.['comparison']).not.toHaveProperty('findings');
  });

  it('lints on validation when it is told to', async () => {
    const done = await run(
      'validate',
      {},
      { policySource: 'json', policyJson: version('1', 5), lint: true, lintCountries: 'FR' },
    );
    expect(done.json('node')).toMatchObject([
      {
        validation: {
          valid: true,
          findings: expect.arrayContaining([expect.objectContaining({ id: 'law_overrules' })]),
        },
      },
    ]);
  });

  it('finds the bonus that has no amount in a currency of the shop', async () => {
    const resolutions = [
      { id: 'credit', resolution: 'store_credit', bonus: { amount: { amount: 500, currency: 'EUR' } } },
    ];
    const policyJson = version('1', 30, { currency: 'EUR', resolutions });
    const done = await run('validate', {}, { policySource: 'json', policyJson, lint: true, lintCurrencies: 'gbp' });
    expect(done.json('node')).toMatchObject([
      {
        validation: {
          findings: expect.arrayContaining([
            expect.objectContaining({ id: 'currency_missing', todo: expect.stringContaining('Add an amount in GBP') }),
          ]),
        },
      },
    ]);
  });
});

describe('Replay', () => {
  const strict = JSON.stringify({
    name: 'strict',
    version: '2',
    windows: { default: { days: 30 } },
    routing: [{ id: 'everything', outcome: 'review' }],
  });
  const decided = async (): Promise<object[]> => {
    const items = [];
    for (let index = 0; index < 3; index += 1) {
      const order = stripeOrder(`pi_${index}`);
      const request = teeRequest({ externalId: `replay-${index}` });
      const [dossier] = (await run('evaluate', { order, request }, { policySource: 'preset' })).json('node');
      items.push(dossier ?? {});
    }
    return items;
  };

  it('says of all items together what a draft would decide otherwise, as one report and as a page', async () => {
    const items = await decided();
    const done = await run('replay', {}, { policySource: 'json', policyJson: strict, casesFrom: 'items' }, { items });
    expect(done).toMatchObject({ status: 'success', error: undefined });
    const [only, ...others] = done.items('node');
    expect(others).toEqual([]);
    expect(only?.json).toMatchObject({
      replay: {
        cases: 3,
        changed: 3,
        against: 'recorded',
        groups: [
          { before: { outcome: 'approve' }, after: { outcome: 'review', rule: 'routing.everything' }, cases: 3 },
        ],
      },
    });
    const page = Buffer.from(String(only?.binary?.['replay']?.data), 'base64').toString();
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toContain('zoe@shopper.example');
    const changes = await run(
      'replay',
      {},
      { policySource: 'json', policyJson: strict, casesFrom: 'items', replayResult: 'changes' },
      { items },
    );
    expect(changes.json('node')).toMatchObject([{ change: { cases: 3 } }]);
  });

  it('takes cases from the ledger, and writes nothing', async () => {
    const ledger = await world.ledger();
    for (let index = 0; index < 5; index += 1) {
      await openCase(ledger, stripeOrder(`pi_${index}`), teeRequest({ externalId: `kept-${index}` }));
    }
    const parameters = {
      policySource: 'json',
      policyJson: strict,
      replayAgainst: 'policy',
      currentPolicySource: 'preset',
      currentPreset: 'eu-shop',
      outputMode: 'result',
    };
    const done = await run('replay', {}, parameters);
    expect(done.json('node')).toMatchObject([
      { against: 'policy', cases: 5, changed: 5, current: { name: expect.any(String) } },
    ]);
    const fewer = await run('replay', {}, { ...parameters, replayLimit: 2 });
    expect(fewer.json('node')).toMatchObject([{ cases: 2 }]);
    const { items } = await ledger.findCases({}, { limit: 10 });
    expect(items.map(({ case: { version } }) => version)).toEqual([1, 1, 1, 1, 1]);
  });
});
