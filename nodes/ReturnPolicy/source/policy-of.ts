import type { IExecuteFunctions } from 'n8n-workflow';
import type { Policy } from '../../../lib/policy';
import { presetNames } from '../../../lib/policy/presets/names';
import { ReturnsError } from '../../../lib/returns';
import { itemParameter } from '../../shared/item-parameter';
import { requiredText, textParameter } from '../../shared/parameters';
import { formOfParameters } from '../form/form-of-parameters';
import { loadPolicies } from '../load-policies';
import { fieldName } from './policy-fields';
import { textOfBinary, textOfPath } from './policy-text';

/**
 * A policy before it is checked: as a value, or as a text that is read only if nobody has read the same before.
 */
interface Source {
  readonly key: string;
  read(): unknown;
}

/**
 * The policy that the fields name. Of several versions, the one that holds for orders of today.
 * @param prefix of the fields, where an operation has two policies
 * @throws ReturnsError `invalid_input` listing every fault of the policy with its path
 */
export const policyOf = (context: IExecuteFunctions, itemIndex: number, prefix = ''): Promise<Policy> =>
  policyAt(context, itemIndex, new Date().toISOString(), prefix);

/**
 * The version that was in force when an order was placed. One document alone decides all orders.
 * @throws ReturnsError `not_found` when none of several was in force yet, and as `policyOf` does
 */
export async function policyAt(
  context: IExecuteFunctions,
  itemIndex: number,
  placedAt: string,
  prefix = '',
): Promise<Policy> {
  const source = await sourceOf(context, itemIndex, prefix);
  const versions = await remembered(source.key, async () => versionsIn(await source.read()));
  const [only] = versions;
  return only !== undefined && versions.length === 1 ? only : loadPolicies().policyInForce(versions, placedAt);
}

/** A document, or a list of its versions. */
function versionsIn(document: unknown): readonly Policy[] {
  const { parsePolicy } = loadPolicies();
  if (!Array.isArray(document) || document.length === 0) return [parsePolicy(document)];
  return document.map((version) => parsePolicy(version));
}

/** The same before anything is checked but that it can be read as JSON or YAML. */
export async function policyDocumentOf(context: IExecuteFunctions, itemIndex: number, prefix = ''): Promise<unknown> {
  return (await sourceOf(context, itemIndex, prefix)).read();
}

async function sourceOf(context: IExecuteFunctions, itemIndex: number, prefix: string): Promise<Source> {
  const named = (name: string): string => fieldName(prefix, name);
  switch (textParameter(context, named('policySource'), itemIndex)) {
    case 'preset':
      return presetSource(textParameter(context, named('preset'), itemIndex));
    case 'json':
      return documentSource(itemParameter(context, named('policyJson'), itemIndex, ''));
    case 'file':
      return textSource(
        textParameter(context, named('fileFrom'), itemIndex) === 'path'
          ? await textOfPath(context, requiredText(context, named('policyPath'), 'File Path', itemIndex))
          : await textOfBinary(context, named('policyBinaryField'), itemIndex),
      );
    default:
      return formSource(context, itemIndex);
  }
}

function presetSource(name: string): Source {
  const preset = presetNames.find((known) => known === name);
  if (preset !== undefined) return { key: `preset ${preset}`, read: () => loadPolicies().presetDocument(preset) };
  throw new ReturnsError('invalid_input', `There is no preset "${name}"`, {
    description: `The presets are ${presetNames.join(', ')}.`,
  });
}

function documentSource(value: unknown): Source {
  if (typeof value === 'string') return textSource(value);
  return { key: `value ${JSON.stringify(value)}`, read: () => value };
}

const textSource = (text: string): Source => ({
  key: `text ${text}`,
  read: () => {
    if (text.trim() !== '') return loadPolicies().readPolicyText(text);
    throw new ReturnsError('invalid_input', '"Policy Document" is empty', {
      description: 'Write the policy as JSON or YAML, or choose another source.',
    });
  },
});

function formSource(context: IExecuteFunctions, itemIndex: number): Source {
  const [policyName, policyVersion, windowDays, rules] = ['policyName', 'policyVersion', 'windowDays', 'rules'].map(
    (name) => itemParameter(context, name, itemIndex, {}),
  );
  const parameters = { policyName, policyVersion, windowDays, rules };
  return {
    key: `form ${JSON.stringify(parameters)}`,
    read: () => loadPolicies().formToDocument(formOfParameters(parameters)),
  };
}

/** Parsed once per text: the same node meets thousands of items with one policy. */
const parsed = new Map<string, Promise<readonly Policy[]>>();
const KEPT_POLICIES = 50;

function remembered(key: string, parse: () => Promise<readonly Policy[]>): Promise<readonly Policy[]> {
  const known = parsed.get(key);
  if (known) return known;
  const parsing = parse();
  if (parsed.size >= KEPT_POLICIES) parsed.clear();
  parsed.set(key, parsing);
  // A policy with faults is looked at anew: nothing of it is worth its place.
  parsing.catch(() => parsed.delete(key));
  return parsing;
}
