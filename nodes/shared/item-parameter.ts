import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * `={{ $json.order?.shippingAddress }}` and the like: nothing but a way into the item, which is what most fields of this
 * package hold. Names that lead out of the item's own data are left to n8n.
 */
const wayIntoItem = /^=\{\{\s*\$json((?:\??\.(?!constructor\b|prototype\b)[A-Za-z]\w*)+)\s*\}\}$/;

/** How to read one parameter of a node; undefined means that n8n has to be asked. */
type Reading = (json: IDataObject) => unknown;

const askN8n: Reading = () => undefined;

/** A context lives for one run of one node, in which its parameters stay as they are. */
const known = new WeakMap<IExecuteFunctions, Map<string, Reading>>();

/**
 * A parameter as n8n would give it, at a small part of the cost: n8n evaluates each expression in a virtual machine,
 * which with batches of items took more time than anything else that the nodes do. What is a constant, or only a way
 * into the item, is read here; everything else is n8n's.
 */
export function itemParameter(
  context: IExecuteFunctions,
  name: string,
  itemIndex: number,
  fallback: string | object | null,
): unknown {
  const found = readingOf(context, name)(context.getInputData()[itemIndex]?.json ?? {});
  return found ?? context.getNodeParameter(name, itemIndex, fallback);
}

function readingOf(context: IExecuteFunctions, name: string): Reading {
  const readings = known.get(context) ?? new Map<string, Reading>();
  known.set(context, readings);
  const reading = readings.get(name) ?? readingFor(context.getNodeParameter(name, 0, null, { rawExpressions: true }));
  readings.set(name, reading);
  return reading;
}

function readingFor(raw: unknown): Reading {
  if (typeof raw === 'number' || typeof raw === 'boolean') return () => raw;
  if (typeof raw === 'string') return raw.startsWith('=') ? readingOfExpression(raw) : () => raw;
  if (isLocator(raw)) return readingOfLocator(raw);
  return isRecord(raw) && isConstant(raw) ? () => raw : askN8n;
}

function readingOfExpression(expression: string): Reading {
  const way = wayIntoItem.exec(expression)?.[1]?.replaceAll('?', '').slice(1).split('.');
  if (way === undefined) return askN8n;
  return (json) => {
    const found = way.reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      json,
    );
    return isPlain(found) ? found : undefined;
  };
}

interface Locator {
  readonly __rl: true;
  readonly mode: string;
  readonly value: string;
}

function readingOfLocator(locator: Locator): Reading {
  const read = readingFor(locator.value);
  return (json) => {
    const value = read(json);
    return value === undefined || value === null ? undefined : { ...locator, value };
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLocator = (value: unknown): value is Locator =>
  isRecord(value) &&
  value['__rl'] === true &&
  typeof value['mode'] === 'string' &&
  !value['mode'].startsWith('=') &&
  typeof value['value'] === 'string';

/** Without an expression or a choice from a list anywhere in it. */
function isConstant(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('=');
  if (Array.isArray(value)) return value.every(isConstant);
  if (!isRecord(value)) return isPlain(value);
  return isPlain(value) && !Object.hasOwn(value, '__rl') && Object.values(value).every(isConstant);
}

/** JSON and nothing else: of dates, and of whatever else a node before may have left, n8n makes something of its own. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isRecord(value)) return ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}
