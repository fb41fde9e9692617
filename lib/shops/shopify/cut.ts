/** Cuts between characters, never within one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${head}…`;
}
