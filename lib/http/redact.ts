/** Providers quote what they were sent. A message keeps its sense without the key or the shopper's address. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+\.[a-z]{2,}/gi, '[e-mail]'],
  [/\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_*]{6,}/g, '[key]'],
  [/\bshp(?:at|ca|pa|ss|ua)_[A-Za-z0-9]{6,}/g, '[key]'],
  [/\bEZ[AT]K[A-Za-z0-9]{6,}/g, '[key]'],
  [/\b(?:TTP|ROW|GCP)_[A-Za-z0-9_-]{10,}/g, '[key]'],
  [/\b(?:Bearer|Basic|ShippoToken)\s+[A-Za-z0-9._~+/=-]{6,}/gi, '[key]'],
];

const longest = 500;

export function redact(text: string): string {
  const clean = patterns.reduce((result, [pattern, stand]) => result.replace(pattern, stand), text);
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
