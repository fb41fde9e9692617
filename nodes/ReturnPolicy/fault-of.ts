/** One fault of a policy, in parts. */
export interface Fault {
  /** `routing[0].when["line.category"]`; absent where the text itself cannot be read. */
  readonly path?: string;
  readonly message: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
}

const placed = /^((?:\.?[\w$-]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])+): (.*)$/s;
const meant = /did you mean `([^`]+)`\?/;

/** A fault as the engine tells it: `windoes: \`windoes\` is unknown, did you mean \`windows\`?` */
export function faultOf(text: string): Fault {
  const [, path, message = text] = placed.exec(text) ?? [];
  const suggestion = meant.exec(message)?.[1];
  return { ...(path !== undefined && { path }), message, ...(suggestion !== undefined && { suggestion }) };
}
