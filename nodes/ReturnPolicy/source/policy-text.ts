import type { IExecuteFunctions } from 'n8n-workflow';
import { ReturnsError } from '../../../lib/returns';
import { requiredText } from '../../shared/parameters';

/** Larger than any policy that is accepted; what is read of a larger file would only be thrown away. */
const MOST_BYTES = 6_000_000;

type Reading = Map<string, Promise<string>>;

/** A context lives for one run of one node: a file is read once for all its items. */
const readings = new WeakMap<IExecuteFunctions, Reading>();

/**
 * The text of the file at a path, read through n8n, which refuses what lies outside its allowed folders.
 * @throws ReturnsError `invalid_input` when the file is too large, NodeOperationError of n8n when it may not be read
 */
export function textOfPath(context: IExecuteFunctions, path: string): Promise<string> {
  const known = readings.get(context) ?? new Map<string, Promise<string>>();
  readings.set(context, known);
  const reading = known.get(path) ?? readPath(context, path);
  known.set(path, reading);
  return reading;
}

async function readPath(context: IExecuteFunctions, path: string): Promise<string> {
  const stream = await context.helpers.createReadStream(await context.helpers.resolvePath(path));
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const piece = Buffer.from(chunk as Uint8Array);
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) throw tooLarge();
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of a file that comes with the item. */
export async function textOfBinary(context: IExecuteFunctions, field: string, itemIndex: number): Promise<string> {
  const name = requiredText(context, field, 'Input Binary Field', itemIndex);
  context.helpers.assertBinaryData(itemIndex, name);
  const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
  if (content.byteLength > MOST_BYTES) throw tooLarge();
  return content.toString('utf8');
}

const tooLarge = (): ReturnsError =>
  new ReturnsError('invalid_input', 'The file is too large for a policy', {
    description: 'Check that it is the policy. Lists of goods belong to tags or categories, not into the policy.',
  });
