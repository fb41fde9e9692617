import type { SandboxContext } from '../core/context';
import { invalidRequest } from './errors';
import { type Form, listOf, textOf } from './form';
import type { WebhookEndpoint } from './objects';
import { readMetadata } from './refund-request';
import type { StripeStore } from './store';

/** An account has at most sixteen. */
const mostEndpoints = 16;

function ensureUrl(url: string | undefined): string {
  if (url === undefined)
    throw invalidRequest('Missing required param: url.', { code: 'parameter_missing', param: 'url' });
  if (!/^https?:\/\/[^\s]+$/.test(url)) {
    throw invalidRequest('Invalid URL: An explicit scheme (such as https) must be provided.', {
      code: 'url_invalid',
      param: 'url',
    });
  }
  return url;
}

function ensureEvents(form: Form): string[] {
  const events = listOf(form, 'enabled_events');
  if (events.length === 0) {
    throw invalidRequest('Missing required param: enabled_events.', {
      code: 'parameter_missing',
      param: 'enabled_events',
    });
  }
  const wrong = events.find((event) => event !== '*' && !/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(event));
  if (wrong !== undefined) throw invalidRequest(`Invalid enabled_events: ${wrong}`, { param: 'enabled_events[0]' });
  return events;
}

/** Makes an endpoint. The answer, and only this one, carries its signing secret. */
export function createEndpoint(
  context: SandboxContext,
  store: StripeStore,
  form: Form,
): WebhookEndpoint & { secret: string } {
  const url = ensureUrl(textOf(form, 'url'));
  const enabledEvents = ensureEvents(form);
  if (store.endpoints.size >= mostEndpoints) {
    throw invalidRequest(`You have reached the maximum of ${mostEndpoints} test webhook endpoints.`);
  }
  const endpoint: WebhookEndpoint = {
    id: context.random.id('we_1'),
    object: 'webhook_endpoint',
    api_version: textOf(form, 'api_version') ?? null,
    application: null,
    created: context.clock.unix(),
    description: textOf(form, 'description') ?? null,
    enabled_events: enabledEvents,
    livemode: false,
    metadata: readMetadata(form),
    status: 'enabled',
    url,
  };
  const secret = context.random.id('whsec_', 32);
  store.endpoints.set(endpoint.id, endpoint);
  store.secrets.set(endpoint.id, secret);
  return { ...endpoint, secret };
}

/** Changes what the form names and leaves the rest. */
export function updateEndpoint(endpoint: WebhookEndpoint, form: Form): WebhookEndpoint {
  if (form['url'] !== undefined) endpoint.url = ensureUrl(textOf(form, 'url'));
  if (form['enabled_events'] !== undefined) endpoint.enabled_events = ensureEvents(form);
  const disabled = textOf(form, 'disabled');
  if (disabled !== undefined) endpoint.status = disabled === 'true' ? 'disabled' : 'enabled';
  return endpoint;
}
