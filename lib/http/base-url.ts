import { ReturnsError } from '../returns';

/**
 * A base URL of one's own, without a slash at its end. An empty one is refused rather than replaced by the provider's
 * own address: who meant a simulator would write to real accounts.
 * @param provider as errors name it: `shopify`
 * @throws ReturnsError `invalid_input`
 */
export function readBaseUrl(baseUrl: string, provider: string): string {
  if (baseUrl.trim() === '') {
    throw new ReturnsError('invalid_input', 'The credential is set to Custom Base URL, but its Base URL is empty', {
      provider,
      description: 'Enter the Base URL in the credential, or set its Environment to Production.',
    });
  }
  const url = URL.parse(baseUrl.trim());
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '') {
    return url.href.replace(/\/+$/, '');
  }
  throw new ReturnsError('invalid_input', 'The base URL in the credential is no http or https address', {
    provider,
    description: 'Enter an address such as https://api.example.com, without user name or question mark.',
  });
}
