/**
 * Reads JSON in which ids may be numbers beyond 2^53, as in some of TikTok Shop's webhooks: those are kept as the text that
 * was sent. @throws SyntaxError
 */
export function readExactJson(text: string): unknown {
  return JSON.parse(text, keepDigits);
}

/** Node hands the source text over since version 22; see ECMAScript's "JSON.parse source text access". */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value;
}
