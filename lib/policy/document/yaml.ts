import { ReturnsError } from '../../returns';
import { ensureReadableText } from './ensure-size';
import { invalidPolicy } from './invalid-policy';

/** Aliases let a few lines mean a gigabyte; a policy has use for some. */
const MOST_ALIASES = 100;

/**
 * Reads the text of a policy, JSON or YAML: the plain value, for `parsePolicy`. The YAML reader is loaded on first use.
 * @throws ReturnsError `invalid_input` with the line and column of each fault
 */
export async function readPolicyText(text: string): Promise<unknown> {
  ensureReadableText(text);
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // What only looks like JSON may be YAML's own brackets; its reader says better where the fault is.
    }
  }
  return readYaml(text);
}

async function readYaml(text: string): Promise<unknown> {
  const { parseDocument, YAMLError } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', version: '1.2', uniqueKeys: true, prettyErrors: true });
  if (document.errors.length > 0) throw invalidPolicy(document.errors.map(({ message }) => firstLine(message)));
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    if (!(cause instanceof ReferenceError) && !(cause instanceof YAMLError)) throw cause;
    throw new ReturnsError('invalid_input', 'The policy uses too many aliases', {
      description: `Write repeated parts out, or use fewer than ${MOST_ALIASES} aliases.`,
    });
  }
}

const firstLine = (message: string): string => message.split('\n')[0]?.replace(/:$/, '') ?? message;

/** The policy as YAML, for people who keep it in a file. */
export async function writePolicyYaml(policy: object): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(policy, { lineWidth: 100 });
}
