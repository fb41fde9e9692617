import type { Lag } from './ledger';

const gauges: readonly { readonly name: string; readonly help: string; readonly valueOf: (lag: Lag) => number }[] = [
  { name: 'behind', help: 'Events that it wants and has not read yet, up to 10000', valueOf: ({ behind }) => behind },
  {
    name: 'oldest_waiting_seconds',
    help: 'Age of the oldest event that it has not done',
    valueOf: ({ oldestWaitingMs }) => oldestWaitingMs / 1000,
  },
  { name: 'in_flight', help: 'Events that are with a run now', valueOf: ({ inFlight }) => inFlight },
  {
    name: 'waiting',
    help: 'Events that wait for a retry, or for an earlier event of their case',
    valueOf: ({ waiting }) => waiting,
  },
  { name: 'dead_letters', help: 'Events that were given up', valueOf: ({ dead }) => dead },
];

/**
 * The consumers as Prometheus reads them.
 * Source: Prometheus documentation, Exposition formats, Text-based format 0.0.4.
 */
export const lagMetrics = (lags: readonly Lag[]): string =>
  gauges
    .flatMap(({ name, help, valueOf }) => [
      `# HELP returns_consumer_${name} ${help}`,
      `# TYPE returns_consumer_${name} gauge`,
      ...lags.map((lag) => `returns_consumer_${name}{${labelsOf(lag)}} ${valueOf(lag)}`),
    ])
    .map((line) => `${line}\n`)
    .join('');

const labelsOf = ({ consumer, title }: Lag): string =>
  Object.entries({ consumer, ...(title !== undefined && { title }) })
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');

const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replace(/\r?\n|\r/g, '\\n');
