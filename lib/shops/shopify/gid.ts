import { ReturnsError } from '../../returns';

/**
 * Shopify's global id for what a person may give as a number, as a link from the admin, or as the id itself.
 * @throws ReturnsError `invalid_input` for an id of another kind
 */
export function gid(kind: string, id: string): string {
  const text = id.trim();
  const number = new RegExp(`^(?:gid://shopify/${kind}/)?(\\d+)$`).exec(text)?.[1];
  if (number !== undefined) return `gid://shopify/${kind}/${number}`;
  throw new ReturnsError('invalid_input', `This is no id of a Shopify ${kind}`, {
    provider: 'shopify',
    description: `Give an id such as gid://shopify/${kind}/1234567890, or its number alone.`,
  });
}
