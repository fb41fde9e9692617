import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that keeps what is slow to get (n8n itself, runtime dependencies) between runs.
 *
 * First of: the argument, `N8N_NODES_RETURNS_CACHE`, `XDG_CACHE_HOME`/n8n-nodes-returns, `~/.cache/n8n-nodes-returns`.
 */
export function cacheFolder(chosen?: string, env: NodeJS.ProcessEnv = process.env): string {
  if (chosen !== undefined) return chosen;
  const own = env['N8N_NODES_RETURNS_CACHE'];
  if (own !== undefined && own !== '') return own;
  const shared = env['XDG_CACHE_HOME'];
  const base = shared !== undefined && shared !== '' ? shared : join(homedir(), '.cache');
  return join(base, 'n8n-nodes-returns');
}
