/** A setting of n8n or of this package, from the environment. Undefined when it is not set, or empty. */
export const setting = (name: string): string | undefined => process.env[name]?.trim() || undefined;

/** As n8n reads a word: with or without quotation marks around it. */
export const word = (name: string): string => (setting(name) ?? '').replace(/["']/g, '').toLowerCase();

/** What tells that workers run the executions; undefined in regular mode. */
export function queueMode(): string | undefined {
  if (word('EXECUTIONS_MODE') === 'queue') return 'EXECUTIONS_MODE=queue';
  // A worker works for a queue, whether or not its environment says so.
  const program = process.argv[2] ?? '';
  return ['worker', 'webhook'].includes(program) ? `n8n ${program}` : undefined;
}
