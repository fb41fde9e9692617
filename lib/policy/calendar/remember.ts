/** Entries kept per cache; a shop's orders span some hundreds of days. */
const KEPT = 4096;

/** What the cache holds under `key`, made on the first question. A full cache starts anew. */
export function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined || cache.has(key)) return known as V;
  if (cache.size >= KEPT) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}
