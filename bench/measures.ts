import type { Result } from './measuring/result';

export interface Measure {
  readonly id: string;
  /** Its module is loaded only now: what one measure loads must not weigh on another. */
  readonly run: () => Promise<Result>;
}

/**
 * A new measure is one file and one line here. Those that load n8n come last, and commands on the filled ledgers after
 * the searches in them: they move cases to the end of time.
 */
export const measures: readonly Measure[] = [
  { id: 'policy.12-rules', run: async () => (await import('./policy/twelve-rules.js')).measure() },
  { id: 'policy.200-rules', run: async () => (await import('./policy/two-hundred-rules.js')).measure() },
  { id: 'policy.compile', run: async () => (await import('./policy/compile.js')).measure() },
  { id: 'documents.slip', run: async () => (await import('./documents/slip.js')).measure() },
  { id: 'documents.label-and-slip', run: async () => (await import('./documents/label-and-slip.js')).measure() },
  { id: 'load.start', run: async () => (await import('./load/start.js')).measure() },
  { id: 'load.memory', run: async () => (await import('./load/memory.js')).measure() },
  { id: 'ledger.commands.sqlite', run: async () => (await import('./ledger/commands-sqlite.js')).measure() },
  { id: 'ledger.commands.postgres', run: async () => (await import('./ledger/commands-postgres.js')).measure() },
  { id: 'ledger.scale.find', run: async () => (await import('./ledger/scale-find.js')).measure() },
  { id: 'ledger.scale.command', run: async () => (await import('./ledger/scale-command.js')).measure() },
  { id: 'trigger.drain', run: async () => (await import('./trigger/drain.js')).measure() },
  { id: 'trigger.idle-latency', run: async () => (await import('./trigger/idle-latency.js')).measure() },
  { id: 'http.tls', run: async () => (await import('./http/tls.js')).measure() },
  { id: 'policy.longest-stretch', run: async () => (await import('./policy/longest-stretch.js')).measure() },
  { id: 'tiktok.search-1000', run: async () => (await import('./tiktok/search.js')).measure() },
  { id: 'tiktok.memory', run: async () => (await import('./tiktok/memory.js')).measure() },
];
