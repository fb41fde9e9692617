/** Words kept folded; a shop has some thousands of categories, tags and article numbers. */
const KEPT = 8192;
const LONGEST_KEPT = 80;
const folded = new Map<string, string>();

/** Shops write one category in many ways: case and outer spaces do not tell two apart. */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const made = word.trim().toLowerCase();
  if (word.length > LONGEST_KEPT) return made;
  if (folded.size >= KEPT) folded.clear();
  folded.set(word, made);
  return made;
}
