/** `1, 2` as a list; ids from expressions may come as a list already. */
export function commaSeparated(value: unknown): string[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return parts
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .flatMap((part) => String(part).split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
