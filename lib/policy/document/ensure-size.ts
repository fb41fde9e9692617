import { ReturnsError } from '../../returns';

/** What no policy needs, and what would keep the whole server busy: see `ensureReadable`. */
export const LIMITS = { characters: 4_000_000, parts: 400_000, depth: 40 } as const;

/**
 * Walks a value once before anything else looks at it.
 * @throws ReturnsError `invalid_input` when it is too large, too deep or refers to itself
 */
export function ensureReadable(value: unknown): void {
  let characters = 0;
  let parts = 0;
  const walk = (part: unknown, depth: number): void => {
    parts += 1;
    if (typeof part === 'string') characters += part.length;
    if (characters > LIMITS.characters || parts > LIMITS.parts) {
      throw tooMuch(`more than ${LIMITS.parts} values or ${LIMITS.characters} characters`);
    }
    if (typeof part !== 'object' || part === null) return;
    if (depth >= LIMITS.depth) throw tooMuch(`parts within parts more than ${LIMITS.depth} deep, or within themselves`);
    if (Array.isArray(part)) {
      for (const entry of part) walk(entry, depth + 1);
      return;
    }
    for (const [key, entry] of Object.entries(part)) {
      characters += key.length;
      walk(entry, depth + 1);
    }
  };
  walk(value, 0);
}

/** @throws ReturnsError `invalid_input` */
export function ensureReadableText(text: string): void {
  if (text.length > LIMITS.characters) throw tooMuch(`more than ${LIMITS.characters} characters`);
}

const tooMuch = (what: string): ReturnsError =>
  new ReturnsError('invalid_input', `The policy is too large: it has ${what}`, {
    description: 'Ask for a tag or a category instead of listing single articles, and split the policy by shop.',
  });
