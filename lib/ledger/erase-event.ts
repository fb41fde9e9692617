import { changeSchema, chaptersSchema, openedSchema, type CaseEvent, type ReturnRequest } from '../returns';
import { eraseValue } from './erase-value';
import { erasedId } from './erased-id';

export interface ErasedEvent {
  readonly actor: CaseEvent['actor'];
  readonly cause: string | undefined;
  readonly opened: Record<string, unknown> | undefined;
  readonly change: Record<string, unknown>;
}

/** An event without what is personal in it; its note goes altogether. Folding such events gives the case likewise. */
export const eraseEvent = ({ actor, cause, opened, change }: CaseEvent): ErasedEvent => ({
  // Who works for the shop answers for what they did, the shopper need not.
  actor: actor.kind === 'shopper' ? { kind: actor.kind } : actor,
  cause: cause !== undefined && isPlainCause(cause) ? cause : undefined,
  opened: opened && eraseOpened(opened),
  change: eraseChange(change),
});

/** What our nodes write; anything else may have come from anywhere. */
const isPlainCause = (cause: string): boolean => /^(execution|event) \d+$/.test(cause);

function eraseOpened(opened: NonNullable<CaseEvent['opened']>): Record<string, unknown> {
  const { id, rma, request, order, shop, references } = opened;
  const { shape } = openedSchema.unwrap();
  return {
    id,
    rma,
    request: eraseRequest(request),
    order: eraseValue(shape.order, order, ['order']),
    ...(shop && { shop: eraseValue(shape.shop, shop, ['shop']) }),
    references: eraseValue(shape.references, references, ['case', 'references']),
  };
}

const eraseRequest = (request: ReturnRequest): Record<string, unknown> => ({
  ...asRecord(eraseValue(openedSchema.unwrap().shape.request, request, ['request'])),
  externalId: erasedId(request.channel, request.externalId),
});

function eraseChange(change: CaseEvent['change']): Record<string, unknown> {
  const { shape: chapterShape } = chaptersSchema.unwrap();
  const { request, order, chapters, step, failure, evidence, ...rest } = change;
  const { shape } = changeSchema.unwrap();
  return {
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([key, value]) =>
        isOneOf(key, shape) ? [[key, eraseValue(shape[key], value, ['case', key])]] : [],
      ),
    ),
    ...(request && { request: eraseRequest(request) }),
    ...(order && { order: eraseValue(shape.order, order, ['order']) }),
    // Places in a list: which one makes no difference.
    ...(failure && { failure: eraseValue(shape.failure, failure, ['case', 'failures', '0']) }),
    ...(evidence && { evidence: eraseValue(shape.evidence, evidence, ['case', 'evidence', '0']) }),
    ...(step !== undefined && { step }),
    ...(chapters && {
      chapters: Object.fromEntries(
        Object.entries(chapters).flatMap(([key, value]) =>
          isOneOf(key, chapterShape) ? [[key, eraseValue(chapterShape[key], value, [key])]] : [],
        ),
      ),
    }),
  };
}

const isOneOf = <T extends object>(key: string, shape: T): key is Extract<keyof T, string> => Object.hasOwn(shape, key);

const asRecord = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
