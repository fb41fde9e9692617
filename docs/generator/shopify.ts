import { documents, shopifyVersion } from '../../lib/shops/shopify';
import { code, table } from './markdown';

/** Every GraphQL operation that the package may send to Shopify, with the fields it asks for at the root. */
export function shopifyBlocks(): Record<string, string> {
  const byName = [...documents].sort((left, right) => left.name.localeCompare(right.name));
  const rows = byName.map((document) => [
    code(document.name),
    document.kind,
    rootField(document.text(shopifyVersion)),
    `${document.versions[0] ?? ''} on`,
  ]);
  return { operations: table(['Operation', 'Kind', 'Root field', 'Versions'], rows) };
}

/** The first field behind the operation's own brace; variables may hold braces of none. */
function rootField(text: string): string {
  const [, field] = /\{\s*(?:\w+:\s*)?(\w+)/.exec(text) ?? [];
  return code(field ?? '');
}
