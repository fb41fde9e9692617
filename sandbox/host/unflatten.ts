/**
 * Reads n8n's execution data, which is written with the `flatted` format: a JSON array whose first entry is the root
 * and in which every string inside an object or array is the index of the entry that it stands for.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function unflatten(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return parsed;
  const entries: readonly unknown[] = parsed;
  const built = new Map<number, unknown>();

  const resolve = (value: unknown): unknown => (typeof value === 'string' ? build(Number(value)) : value);
  const build = (index: number): unknown => {
    if (built.has(index)) return built.get(index);
    const entry = entries[index];
    if (Array.isArray(entry)) {
      const list: unknown[] = [];
      built.set(index, list);
      for (const value of entry) list.push(resolve(value));
      return list;
    }
    if (typeof entry === 'object' && entry !== null) {
      const record: Record<string, unknown> = {};
      built.set(index, record);
      for (const [key, value] of Object.entries(entry)) record[key] = resolve(value);
      return record;
    }
    return entry;
  };
  return build(0);
}
