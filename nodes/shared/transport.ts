import type {
  IExecuteFunctions,
  IHookFunctions,
  ILoadOptionsFunctions,
  ITriggerFunctions,
  IWebhookFunctions,
} from 'n8n-workflow';
import type { ClientEnvironment } from '../../lib/http';
import { ReturnsError } from '../../lib/returns';

export type ProviderContext =
  IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | ITriggerFunctions | IWebhookFunctions;

/** What our clients take over from the running n8n: its outbound filter where it offers one, and its stop button. */
export function environmentOf(context: ProviderContext): ClientEnvironment {
  const { helpers } = context as { helpers: Partial<ProviderContext['helpers']> };
  const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
  return {
    // n8n before 2.30 has no filter to offer.
    ...(helpers.getSecureEgressFilter && { egressFilter: helpers.getSecureEgressFilter() }),
    ...(signal && { signal }),
  };
}

/**
 * The credential as a client wants it: the base URL only with the custom environment.
 * @param testKeyPrefixes what a test key begins with; with the sandbox environment any other key is refused
 * @throws ReturnsError `invalid_input` for a production key in the sandbox environment
 */
export async function providerCredentials(
  context: ProviderContext,
  name: string,
  secretField: string,
  testKeyPrefixes: readonly string[],
  itemIndex?: number,
): Promise<Record<string, unknown>> {
  const stored = await (context as IExecuteFunctions).getCredentials(name, itemIndex);
  return clientCredentials(stored, secretField, testKeyPrefixes);
}

/** The same for a credential that is not stored yet: the editor tests it before it is saved. */
export function clientCredentials(
  { baseUrl, environment, ...credentials }: Record<string, unknown>,
  secretField: string,
  testKeyPrefixes: readonly string[],
): Record<string, unknown> {
  const secret = String(credentials[secretField] ?? '').trim();
  if (
    environment === 'sandbox' &&
    testKeyPrefixes.length > 0 &&
    !testKeyPrefixes.some((prefix) => secret.startsWith(prefix))
  ) {
    throw new ReturnsError('invalid_input', 'The credential is set to Sandbox but holds a production key', {
      description: `Use a test key (${testKeyPrefixes.join(' or ')}…), or set the environment of the credential to Production.`,
    });
  }
  return { ...credentials, [secretField]: secret, ...(environment === 'custom' && { baseUrl: String(baseUrl ?? '') }) };
}
