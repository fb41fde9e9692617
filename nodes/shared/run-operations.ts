import pLimit from 'p-limit';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { breath, type Breath } from './breath';
import { errorChapter, toNodeError } from './node-errors';
import { itemParameter } from './item-parameter';
import type { Operation, OperationResult } from './operation';
import { textParameter } from './parameters';
import { pickedCase } from './picked-case';

/** Enough to hide a provider's latency, few enough to stay below its rate limit and to keep one case's items apart. */
const CONCURRENCY = 5;

/**
 * Runs the chosen operation for every item. Results keep the order of the items; a failing item either stops the node
 * or, with "continue on fail", goes on carrying an `error` chapter beside everything it already had.
 * @param outputs how many outputs the node has; what would leave by one that it has not leaves by the last
 * @param failureOutput which of them a failing item leaves by, where n8n has no error output for it
 */
export async function runOperations(
  context: IExecuteFunctions,
  operations: readonly Operation[],
  outputs = 1,
  failureOutput = 0,
): Promise<INodeExecutionData[][]> {
  const items = context.getInputData();
  const limit = pLimit(CONCURRENCY);
  const turns = breath();
  const results = await Promise.all(
    items.map((item, itemIndex) =>
      limit(() => runItem({ context, operations, failureOutput, turns }, item, itemIndex)),
    ),
  );
  const placedItems = results.flat();
  return Array.from({ length: outputs }, (_, output) =>
    placedItems.flatMap((placedItem) => (Math.min(placedItem.output, outputs - 1) === output ? [placedItem.item] : [])),
  );
}

interface RunOfNode {
  readonly context: IExecuteFunctions;
  readonly operations: readonly Operation[];
  readonly failureOutput: number;
  readonly turns: Breath;
}

interface PlacedItem {
  readonly output: number;
  readonly item: INodeExecutionData;
}

async function runItem(
  { context, operations, failureOutput, turns }: RunOfNode,
  item: INodeExecutionData,
  itemIndex: number,
): Promise<PlacedItem[]> {
  await turns.take();
  try {
    const operation = chosenOperation(context, operations, itemIndex);
    const onlyResult = itemParameter(context, 'outputMode', itemIndex, 'dossier') === 'result';
    const results = [await operation.execute(context, itemIndex)].flat() as OperationResult[];
    return results.map((result) => ({
      output: result.output ?? 0,
      item: placed(item, result, onlyResult, itemIndex),
    }));
  } catch (error) {
    const node = context.getNode();
    if (!context.continueOnFail()) throw toNodeError(node, error, itemIndex, caseIdOf(context, itemIndex));
    // n8n makes `{ error: message }` of an item that carries an `error` of its own. One whose JSON is nothing but an
    // error it sends to the error output, where the node has one, and gives it back there what came in.
    const incoming = node.onError === 'continueErrorOutput' ? {} : item.json;
    const json = { ...incoming, error: errorChapter(error) };
    return [{ output: failureOutput, item: { ...item, json, pairedItem: { item: itemIndex } } }];
  }
}

function placed(
  item: INodeExecutionData,
  result: OperationResult,
  onlyResult: boolean,
  itemIndex: number,
): INodeExecutionData {
  const binary = { ...item.binary, ...result.binary };
  const json: IDataObject = onlyResult ? result.result : { ...item.json, ...result.chapters };
  // Left by a node before, and somebody has taken care of it: n8n would take it for ours and run us again.
  if (!onlyResult && !('error' in result.chapters)) delete json['error'];
  return { json, pairedItem: { item: itemIndex }, ...(Object.keys(binary).length > 0 && { binary }) };
}

function chosenOperation(context: IExecuteFunctions, operations: readonly Operation[], itemIndex: number): Operation {
  const resource = textParameter(context, 'resource', itemIndex);
  const operation = textParameter(context, 'operation', itemIndex);
  const chosen = operations.find(
    (candidate) => candidate.option.value === operation && (candidate.resource ?? '') === resource,
  );
  if (chosen === undefined)
    throw new RangeError(`The operation "${resource} ${operation}" does not exist in this version`);
  return chosen;
}

function caseIdOf(context: IExecuteFunctions, itemIndex: number): string | undefined {
  const key = pickedCase(context, itemIndex);
  if (key !== undefined && 'id' in key) return key.id;
  const { case: chapter } = context.getInputData()[itemIndex]?.json ?? {};
  return typeof chapter === 'object' && chapter !== null && 'id' in chapter ? String(chapter['id']) : undefined;
}
