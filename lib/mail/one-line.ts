// Control characters, line and paragraph separators, and the marks that turn the direction of the text around.
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A value from outside as it may stand in a subject, a sentence or a table: one line, nothing that is not seen. */
export const oneLine = (value: string): string => value.replace(unprintable, ' ').trim();
