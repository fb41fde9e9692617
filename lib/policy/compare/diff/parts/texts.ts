import type { Aspect } from '../rule-part';
import { languagesOf } from '../say';

/** Words for the shopper, in several languages: where they differ is told, what they say stands beside. */
export function textAspect<K extends string, R extends { readonly [F in K]?: object | undefined }>(
  field: K & keyof R & string,
  label: string,
): Aspect<R> {
  return {
    fields: [field],
    words: (before, after, _about, name) => {
      const [was, is] = [before[field], after[field]];
      if (was === undefined) return `${label} of ${name} now has words of its own`;
      if (is === undefined) return `${label} of ${name} has no words of its own any more`;
      return `${label} of ${name} now reads differently in ${languagesOf(was, is)}`;
    },
  };
}
