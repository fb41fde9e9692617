import { z } from 'zod/v4';
import { createHttpClient, once, type ClientEnvironment } from '../../http';
import { isReturnsError } from '../../returns';
import type { PostJson } from './access-token';

const refusalSchema = once(() => z.object({ error: z.string().optional(), error_description: z.string().optional() }));

/** Posts with our own client, which honours proxies; refusals come back as Shopify words them. */
export const postJson =
  (environment?: ClientEnvironment): PostJson =>
  async (url, body) => {
    const { origin, pathname } = new URL(url);
    let refusal: unknown;
    const http = createHttpClient({
      provider: 'shopify',
      displayName: 'Shopify',
      baseUrl: origin,
      headers: {},
      environment,
      readRefusal: (answer) => {
        refusal = refusalSchema().safeParse(answer).data;
        return undefined;
      },
    });
    try {
      return {
        status: 200,
        body: await http.request({ method: 'POST', path: pathname, json: body, retry: 'never', parse: z.unknown() }),
      };
    } catch (error) {
      if (!isReturnsError(error) || error.status === undefined) throw error;
      return { status: error.status, body: refusal };
    }
  };
