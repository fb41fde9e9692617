/**
 * Makes a value at first use and keeps it. n8n loads every node at start, and the schemas of a provider cost more time
 * and memory than its code: who never calls a provider never pays for them.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
