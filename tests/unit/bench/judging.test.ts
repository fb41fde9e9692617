import { measures } from '../../../bench/measures';
import { CannotMeasure, measureIfPossible } from '../../../bench/measuring/cannot-measure';
import { median } from '../../../bench/measuring/median';
import { judge, judgeLimit, reportSchema, type Contest } from '../../../bench/measuring/result';
import { takeTurns } from '../../../bench/measuring/rounds';
import { markdownOf, tableOf } from '../../../bench/measuring/table';
import { temporaryFolder } from '../../../bench/measuring/temporary';

const speed: Contest = { id: 'some.speed', unit: 'pieces/s', better: 'more', peer: 'someone', aim: 2 };
const time: Contest = { ...speed, id: 'some.time', unit: 'ms', better: 'less' };

describe('the median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[100, 9, 80], 80],
  ])('of %p is %p', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing does not exist', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a contest', () => {
  it('says how many times more we do', () => {
    expect(judge(speed, { ours: [30, 10, 20], theirs: [5, 4, 6] })).toMatchObject({ ours: 20, theirs: 5, ratio: 4 });
  });

  it('says how many times less time we take', () => {
    expect(judge(time, { ours: [2, 3, 1], theirs: [8, 9, 7] })).toMatchObject({ ours: 2, theirs: 8, ratio: 4 });
  });

  it('is won at the aim and lost just below it', () => {
    expect(judge(speed, { ours: [2], theirs: [1] }).ok).toBe(true);
    expect(judge(speed, { ours: [1.9999], theirs: [1] }).ok).toBe(false);
  });

  it('is lost when what else must hold does not', () => {
    expect(judge(speed, { ours: [9], theirs: [1] }, false).ok).toBe(false);
  });

  it('shows the worst and the best round', () => {
    expect(judge(speed, { ours: [6, 20, 9], theirs: [3, 2, 3] })).toMatchObject({ ratio: 3, spread: [2, 10] });
  });

  it('is not decided by one round that something else disturbed', () => {
    expect(judge(time, { ours: [1, 1, 500], theirs: [4, 4, 4] }).ratio).toBe(4);
  });

  it('against a limit is won at the limit or below it', () => {
    const limit = { id: 'some.limit', unit: 'MB', peer: 'the limit' };
    expect(judgeLimit(limit, [10], 15)).toMatchObject({ theirs: 15, ratio: 1.5, aim: 1, ok: true });
    expect(judgeLimit(limit, [15], 15).ok).toBe(true);
    expect(judgeLimit(limit, [16], 15).ok).toBe(false);
  });
});

describe('a measure for which something is missing', () => {
  it('says what, and does not count as reached', async () => {
    const result = await measureIfPossible(speed, () => Promise.reject(new CannotMeasure('Install it.')));
    expect(reportSchema.parse({ results: [result] }).results[0]).toMatchObject({ ok: false, missing: 'Install it.' });
    expect(tableOf([result])).toContain('NOT MEASURED');
  });

  it('is not one that failed', async () => {
    await expect(measureIfPossible(speed, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('is one that needs more room than the disk has', () => {
    expect(() => temporaryFolder('test', 1e18)).toThrow(/TMPDIR/);
  });
});

describe('rounds', () => {
  it('take turns, change who begins, and count no warm-up', async () => {
    const order: string[] = [];
    const side = (name: string) => () => Promise.resolve(order.push(name));
    const rounds = await takeTurns(3, side('ours'), side('theirs'));
    expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
    expect(rounds).toEqual({ ours: [3, 6, 7], theirs: [4, 5, 8] });
  });
});

describe('the report', () => {
  const results = [judge(speed, { ours: [20_000], theirs: [5] }, true, { connections: { ours: 1, theirs: 300 } })];

  it('is one JSON object with the promised keys, and what else was seen', () => {
    const read = reportSchema.parse(JSON.parse(JSON.stringify({ results })));
    expect(read.results[0]).toEqual({
      id: 'some.speed',
      ours: 20_000,
      unit: 'pieces/s',
      peer: 'someone',
      theirs: 5,
      ratio: 4000,
      aim: 2,
      ok: true,
      spread: [4000, 4000],
      connections: { ours: 1, theirs: 300 },
    });
  });

  it('is a table with aligned columns for people', () => {
    const [heading = '', row = ''] = tableOf(results).split('\n');
    expect(row).toMatch(/^some\.speed +20,000 +5 +pieces\/s +4,000 +2 +ok +someone$/);
    expect(row.indexOf('someone')).toBe(heading.indexOf('peer'));
  });

  it('is a Markdown table for the docs', () => {
    const [heading, , row] = markdownOf(results).split('\n');
    expect(heading?.split('|')).toHaveLength(row?.split('|').length ?? 0);
    expect(row).toContain('| some.speed | 20,000 |');
  });

  it('has the measures that are promised', () => {
    expect(measures.map(({ id }) => id).sort()).toEqual([
      'documents.label-and-slip',
      'documents.slip',
      'http.tls',
      'ledger.commands.postgres',
      'ledger.commands.sqlite',
      'ledger.scale.command',
      'ledger.scale.find',
      'load.memory',
      'load.start',
      'policy.12-rules',
      'policy.200-rules',
      'policy.compile',
      'policy.longest-stretch',
      'tiktok.memory',
      'tiktok.search-1000',
      'trigger.drain',
      'trigger.idle-latency',
    ]);
  });
});
