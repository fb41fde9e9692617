import { signRequest } from './sign';
import { fingerprint } from './tokens';

/** A request as a program that knows nothing of TikTok Shop would send it. */
export interface RequestOptions {
  url?: string;
  /** What the HTTP Request node calls it. */
  uri?: string;
  baseURL?: string;
  qs?: object;
  body?: unknown;
  headers?: object;
}

/** Tells by a fingerprint which access token TikTok Shop has refused, so that it is not used again. */
export const refusedTokenHeader = 'x-returns-refused-token';

/** Marks the request of n8n's own credential test. It is taken off before anything is sent. */
export const testHeader = 'x-returns-credential-test';

/**
 * Adds app key, time, signature and token. May be called again for the same options, as n8n does after a renewal.
 * @throws Error that looks like an answer 401 when the token is the refused one: n8n then fetches another and saves it
 */
export function signOptions<T extends RequestOptions>(
  credentials: Readonly<Record<string, unknown>>,
  options: T,
  now = Date.now(),
): T {
  const text = (name: string): string => {
    const value = credentials[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const accessToken = text('accessToken');
  const { [refusedTokenHeader]: refused, ...headers } = plainTexts(options.headers);
  if (refused !== undefined && refused === fingerprint(accessToken)) {
    throw Object.assign(new Error('The access token is to be renewed'), { response: { status: 401 } });
  }
  const base = text('environment') === 'custom' ? text('baseUrl') : '';
  const url = new URL(joined(options));
  const query = {
    ...Object.fromEntries(url.searchParams),
    ...plainTexts(options.qs),
    app_key: text('appKey'),
    timestamp: String(Math.floor(now / 1000)),
  };
  const { sign: _old, ...signed } = query as Record<string, string>;
  const body = bodyText(options.body);
  const path = pathBehind(url.pathname, base);
  const sign = signRequest({ path, query: signed, ...(body !== undefined && { body }) }, text('appSecret'));
  url.search = '';
  const { baseURL: _base, ...rest } = options;
  return {
    ...rest,
    ...(options.url === undefined ? { uri: url.href } : { url: url.href }),
    qs: { ...signed, sign },
    headers: {
      ...headers,
      'x-tts-access-token': accessToken,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  } as T;
}

const joined = ({ uri, url = uri ?? '', baseURL }: RequestOptions): string =>
  baseURL && !/^https?:/i.test(url) ? `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}` : url;

function plainTexts(values: object | undefined): Record<string, string> {
  const given = Object.entries(values ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** The signed text must be the one that is sent, so an object becomes its text here. */
function bodyText(body: unknown): string | undefined {
  if (typeof body === 'string') return body === '' ? undefined : body;
  if (typeof body !== 'object' || body === null || body instanceof Uint8Array) return undefined;
  return Object.getPrototypeOf(body) === Object.prototype ? JSON.stringify(body) : undefined;
}

/** A gateway's own path is not signed. */
function pathBehind(path: string, base: string): string {
  const own = URL.parse(base)?.pathname.replace(/\/+$/, '') ?? '';
  return own !== '' && path.startsWith(`${own}/`) ? path.slice(own.length) : path;
}
