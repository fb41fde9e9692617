import { ReturnsError } from '../returns';

/** Reads JSON bytes. An empty body is undefined. @throws SyntaxError */
export function readJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return text.trim() === '' ? undefined : JSON.parse(text);
}

/** A webhook body as n8n hands it over (parsed) or as it came (text, bytes). @throws ReturnsError `unexpected_answer` */
export function readWebhookBody(body: unknown, provider: string): unknown {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body;
  try {
    return readJson(typeof body === 'string' ? new TextEncoder().encode(body) : body);
  } catch {
    throw new ReturnsError('unexpected_answer', `${provider} sent a webhook that is not JSON`, {
      provider,
      description: "Check that the webhook is set to JSON in the provider's settings.",
    });
  }
}
