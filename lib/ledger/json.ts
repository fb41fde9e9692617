import { ReturnsError, type CaseEvent, type Change, type Dossier, type Opened } from '../returns';
import { damaged, integerOf, optionalText, textOf, type Row } from './sql';

/**
 * The value as JSON keeps it. Commands pass through here before they are decided, so that a key that is undefined
 * and a key that is absent are the same thing before and after storage.
 * @throws ReturnsError `invalid_input` for what JSON cannot hold
 */
export function plain(value: unknown, what: string): unknown {
  return readJson(toJson(value, what) ?? 'null');
}

/** @returns undefined for undefined, which JSON does not know */
export function toJson(value: unknown, what: string): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new ReturnsError('invalid_input', `The value of ${what} cannot be stored as JSON`, {
      description: 'Return plain data: no bigint, no reference to itself.',
      cause: error,
    });
  }
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('text that is no JSON');
  }
}

/**
 * The ledger trusts the shape of what it wrote: these guards check the outline only. A full parse would cost more than
 * the query, and would drop what a newer version of this package has added.
 */
export function readDossier(row: Row): Dossier {
  const value = readJson(textOf(row, 'dossier'));
  if (isDossier(value)) return value;
  throw damaged('a case that is no dossier');
}

export function readEvent(row: Row): CaseEvent {
  const body = readJson(textOf(row, 'body'));
  const actor = readJson(textOf(row, 'actor'));
  if (!isBody(body) || !isActor(actor)) throw damaged('an event without a change');
  const cause = optionalText(row, 'cause');
  const note = optionalText(row, 'note');
  return {
    seq: integerOf(row, 'seq'),
    caseId: textOf(row, 'case_id'),
    version: integerOf(row, 'version'),
    type: textOf(row, 'type'),
    at: textOf(row, 'at'),
    actor,
    ...(cause !== undefined && { cause }),
    ...(note !== undefined && { note }),
    ...body,
  };
}

interface EventBody {
  readonly opened?: Opened;
  readonly change: Change;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDossier = (value: unknown): value is Dossier =>
  isRecord(value) &&
  isRecord(value['request']) &&
  isRecord(value['order']) &&
  isRecord(value['case']) &&
  typeof value['case']['version'] === 'number';

const isBody = (value: unknown): value is EventBody => isRecord(value) && isRecord(value['change']);

const isActor = (value: unknown): value is CaseEvent['actor'] => isRecord(value) && typeof value['kind'] === 'string';
