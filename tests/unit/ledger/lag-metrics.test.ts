import { lagMetrics, type Lag } from '../../../lib/ledger';

const lag: Lag = {
  consumer: 'w:n',
  title: '04 Label / When approved',
  behind: 12,
  oldestWaitingMs: 90_500,
  inFlight: 2,
  waiting: 3,
  dead: 1,
};

describe('the numbers of consumers for Prometheus', () => {
  it('are one gauge each, in seconds where it is time', () => {
    const samples = lagMetrics([lag])
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const labels = '{consumer="w:n",title="04 Label / When approved"}';
    expect(samples).toEqual([
      `returns_consumer_behind${labels} 12`,
      `returns_consumer_oldest_waiting_seconds${labels} 90.5`,
      `returns_consumer_in_flight${labels} 2`,
      `returns_consumer_waiting${labels} 3`,
      `returns_consumer_dead_letters${labels} 1`,
    ]);
  });

  it('say of every gauge what it is, once, before its samples', () => {
    const lines = lagMetrics([lag, { ...lag, consumer: 'other' }]).split('\n');
    expect(lines.filter((line) => line.startsWith('# TYPE'))).toHaveLength(5);
    expect(lines.slice(0, 4)).toEqual([
      expect.stringMatching(/^# HELP returns_consumer_behind \S/),
      '# TYPE returns_consumer_behind gauge',
      expect.stringContaining('consumer="w:n"'),
      expect.stringContaining('consumer="other"'),
    ]);
    expect(lines.at(-1)).toBe('');
  });

  it('survive a title with quotes, backslashes and line breaks', () => {
    const text = lagMetrics([{ ...lag, title: 'a "b" \\ c\r\nd' }]);
    expect(text).toContain(String.raw`title="a \"b\" \\ c\nd"`);
  });

  it('are there without a consumer, and without a title', () => {
    expect(lagMetrics([])).toContain('# TYPE returns_consumer_dead_letters gauge\n');
    const { title: _, ...untitled } = lag;
    expect(lagMetrics([untitled])).toContain('{consumer="w:n"} 12');
  });
});
