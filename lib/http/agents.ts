import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { ReturnsError } from '../returns';
import type { EgressFilter } from './environment';

/**
 * One pool of connections for the whole process. Node pools per host inside an agent, so one agent per protocol, proxy
 * and outbound filter is one keep-alive client per host.
 */
const poolsByFilter = new WeakMap<EgressFilter, Map<string, http.Agent>>();
const unfilteredPools = new Map<string, http.Agent>();

const agentOptions = {
  keepAlive: true,
  // Providers count concurrent calls; a burst of items waits here rather than in their 429s.
  maxSockets: 16,
  maxFreeSockets: 4,
  scheduling: 'lifo',
  // Load balancers close idle connections after 60 s or more; ours go first, so that none dies under a request.
  timeout: 45_000,
} as const satisfies http.AgentOptions;

export interface Route {
  readonly agent: http.Agent;
  /** Whether a proxy stands between, for the wording of errors. */
  readonly proxied: boolean;
}

/**
 * The agent to reach `url` with: direct or by the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name.
 * @throws ReturnsError `forbidden` when the outbound filter refuses the proxy
 */
export async function routeTo(url: URL, egressFilter?: EgressFilter): Promise<Route> {
  const proxy = getProxyForUrl(url.href);
  const pools = egressFilter ? poolsOf(egressFilter) : unfilteredPools;
  const key = `${url.protocol}${proxy}`;
  const known = pools.get(key);
  if (known) return { agent: known, proxied: proxy !== '' };
  const agent = await createAgent(url.protocol === 'https:', proxy, egressFilter);
  const winner = pools.get(key) ?? agent;
  pools.set(key, winner);
  return { agent: winner, proxied: proxy !== '' };
}

function poolsOf(filter: EgressFilter): Map<string, http.Agent> {
  const known = poolsByFilter.get(filter);
  if (known) return known;
  const fresh = new Map<string, http.Agent>();
  poolsByFilter.set(filter, fresh);
  return fresh;
}

async function createAgent(secure: boolean, proxy: string, filter: EgressFilter | undefined): Promise<http.Agent> {
  const options = { ...agentOptions, ...lookupOf(filter) };
  if (proxy === '') return secure ? new https.Agent(options) : new http.Agent(options);
  ensureProxyAllowed(proxy, filter);
  if (secure) {
    const { HttpsProxyAgent } = await import('https-proxy-agent');
    return new HttpsProxyAgent(proxy, options);
  }
  const { HttpProxyAgent } = await import('http-proxy-agent');
  return new HttpProxyAgent(proxy, options);
}

/** The filter looks at each resolved address when the socket connects, so that DNS cannot lie between check and call. */
const lookupOf = (filter: EgressFilter | undefined): { lookup?: LookupFunction } =>
  filter ? { lookup: filter.createSecureLookup() } : {};

function ensureProxyAllowed(proxy: string, filter: EgressFilter | undefined): void {
  const verdict = filter?.validateConnectionHost(new URL(proxy).hostname.replace(/^\[|\]$/g, ''));
  if (verdict === undefined || verdict.ok) return;
  throw new ReturnsError('forbidden', 'The outbound filter of this server refuses the configured proxy', {
    description: "Allow the proxy's address in the outbound filter, or change HTTP_PROXY and HTTPS_PROXY.",
  });
}
