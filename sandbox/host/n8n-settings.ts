export interface N8nPlace {
  userFolder: string;
  port: number;
  /** Port of n8n's own task broker; two n8n on one machine must not share it. */
  brokerPort: number;
}

/** What a child may inherit. Everything else stays out: a stray `N8N_…`, `DB_…` or `NODE_ENV=test` changes what n8n does. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ', 'USER'];

const QUIET = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  // Its only work at start is to ask n8n's servers for a list.
  N8N_DISABLED_MODULES: 'mcp-registry',
};

/**
 * The environment of an n8n that listens on loopback only, talks to nobody by itself and keeps every execution for
 * later reading. Its encryption key is the one that n8n makes on first use and keeps in the user folder.
 */
export function n8nEnvironment(
  place: N8nPlace,
  extra: Readonly<Record<string, string>> = {},
  parent: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const url = `http://127.0.0.1:${place.port}/`;
  const inherited = INHERITED.flatMap((name) => {
    const value = parent[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    ...QUIET,
    N8N_USER_FOLDER: place.userFolder,
    N8N_PORT: String(place.port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PROTOCOL: 'http',
    N8N_EDITOR_BASE_URL: url,
    N8N_WEBHOOK_URL: url,
    N8N_SECURE_COOKIE: 'false',
    N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
    N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
    N8N_LOG_LEVEL: 'info',
    NO_COLOR: '1',
    EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
    EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
    EXECUTIONS_DATA_PRUNE: 'false',
    ...extra,
  };
}
