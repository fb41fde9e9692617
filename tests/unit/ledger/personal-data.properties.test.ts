import { eraseEvent } from '../../../lib/ledger/erase-event';
import { fitsPath, isKept, kept } from '../../../lib/ledger/personal-data';
import {
  changeSchema,
  dossierSchema,
  foldEvents,
  openedSchema,
  type CaseEvent,
  type Change,
  type Opened,
} from '../../../lib/returns';
import { fc } from '../../support/properties';
import { markedBy, textPaths } from './support/schema-texts';

/** Texts that leave a case with the person. A new text in a schema belongs here, or with its reason among what stays. */
const gone = [
  'case.externalId',
  'case.failures.*.message',
  'case.evidence.*.name',
  'case.evidence.*.sha256',
  'case.evidence.*.note',
  'case.references.*',
  'request.externalId',
  'request.lines.*.note',
  'request.note',
  'order.customer.id',
  'order.customer.name',
  'order.customer.email',
  'order.customer.phone',
  'order.customer.locale',
  'order.customer.tags.*',
  'order.customer.segments.*',
  'order.shippingAddress.name',
  'order.shippingAddress.company',
  'order.shippingAddress.line1',
  'order.shippingAddress.line2',
  'order.shippingAddress.city',
  'order.shippingAddress.postalCode',
  'order.shippingAddress.region',
  'order.shippingAddress.phone',
  'order.shippingAddress.email',
  'order.lines.*.parcel',
  'order.tags.*',
  'order.discountCodes.*',
  'decision.reason.shopper.*',
  'decision.reason.agent',
  'decision.reason.audit',
  'decision.lines.*.reason.*',
  'decision.questions.*.text.*',
  'decision.questions.*.ask.choices.*.text.*',
  'decision.trace.*.saw.*',
  'label.trackingNumber',
  'label.trackingUrl',
  'label.url',
  'label.shipmentId',
  'label.trackerId',
  'slip.fileName',
  'email.messageId',
  'email.subject',
  'tracking.trackingNumber',
  'tracking.carrierStatus',
  'tracking.message',
  'tracking.location',
  'inspection.lines.*.note',
  'refund.failureReason',
];

const texts = textPaths(dossierSchema);
const stays = (path: string): boolean => isKept(path.split('.'));

describe('what is personal', () => {
  it('is decided for every text that a case can hold', () => {
    expect(texts.filter((path) => !stays(path)).toSorted()).toEqual(gone.toSorted());
  });

  it('is decided for texts that there are', () => {
    const idle = kept
      .flatMap(({ paths }) => paths)
      // References are named by whoever writes them; no schema lists them.
      .filter((pattern) => !pattern.startsWith('case.references.'))
      .filter((pattern) => !texts.some((path) => fitsPath(pattern.split('.'), path.split('.'))));
    expect(idle).toEqual([]);
  });

  it.each([
    [['case', 'references', 'stripeRefund'], true],
    [['case', 'references', 'trackingNumber'], false],
    [['order', 'lines', '12', 'paid', 'currency'], true],
    [['shop', 'returnAddress', 'line1'], true],
    [['order', 'shippingAddress', 'line1'], false],
    [['order', 'customer', 'currency', 'name'], false],
  ])('at %j: stays? %j', (path, wanted) => {
    expect(isKept(path)).toBe(wanted);
  });
});

describe('erasing events', () => {
  const MARK = 'Zqx';
  const at = '2026-01-15T10:00:00.000Z';
  const bearsWord = (value: unknown): value is CaseEvent => typeof value === 'object' && value !== null;
  const event = (version: number, rest: object): CaseEvent => {
    const made: unknown = {
      seq: version,
      caseId: 'case-1',
      version,
      type: 'x',
      at,
      actor: { kind: 'shopper' },
      ...rest,
    };
    if (!bearsWord(made)) throw new TypeError('no event');
    return made;
  };
  const opened = markedBy(openedSchema, MARK).map((value) => value as Opened);
  const change = markedBy(changeSchema, MARK).map((value) => value as Change);
  const log = fc.tuple(opened, fc.array(change, { maxLength: 3 })).map(([first, changes]) => [
    event(1, {
      opened: first,
      change: {},
      note: MARK,
      cause: `mail of ${MARK}`,
      actor: { kind: 'shopper', name: MARK },
    }),
    ...changes.map((each, index) => event(index + 2, { change: each, note: MARK })),
  ]);
  const erasedLog = (events: readonly CaseEvent[]): CaseEvent[] =>
    events.map((each) => {
      const { cause, opened: first, ...rest } = eraseEvent(each);
      return event(each.version, { ...rest, ...(cause !== undefined && { cause }), ...(first && { opened: first }) });
    });
  /** Every text of a value that bears the mark, with its place. */
  const marked = (value: unknown, path: readonly string[] = []): string[][] => {
    if (typeof value === 'string') return value.includes(MARK) ? [[...path]] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, entry]) => [
      ...(key.includes(MARK) ? [[...path, key]] : []),
      ...marked(entry, [...path, key]),
    ]);
  };

  it('leaves nothing of a person in any text that is not meant to stay, and a case that its schema knows', () => {
    fc.assert(
      fc.property(log, (events) => {
        const before = foldEvents(events);
        const erased = erasedLog(events);
        const after = foldEvents(erased);
        const isMeant = (path: readonly string[]): boolean =>
          gone.every((pattern) => !fitsPath(pattern.split('.'), path));
        expect(marked(after).filter((path) => !isMeant(path))).toEqual([]);
        for (const each of erased) {
          expect(each).not.toHaveProperty('note');
          expect(each).not.toHaveProperty('cause');
          expect(each.actor).toEqual({ kind: 'shopper' });
        }
        const meant = (value: unknown): Set<string> => new Set(marked(value).filter(isMeant).map(String));
        expect(meant(after)).toEqual(meant(before));
        expect(dossierSchema.safeParse(after).error).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('twice is erasing once', () => {
    fc.assert(
      fc.property(log, (events) => {
        const once = erasedLog(events);
        expect(erasedLog(once)).toEqual(once);
      }),
    );
  });

  it('drops what only a newer version knows', () => {
    const [erased] = erasedLog([
      event(1, { change: { mood: `${MARK} is angry`, chapters: { diary: { text: MARK }, slip: { hand: MARK } } } }),
    ]);
    expect(JSON.stringify(erased)).not.toContain(MARK);
  });

  it('keeps who works for the shop, and the execution that did it', () => {
    const agent = { kind: 'agent', name: 'Noa' };
    expect(eraseEvent(event(1, { change: {}, actor: agent, cause: 'execution 12' }))).toMatchObject({
      actor: agent,
      cause: 'execution 12',
    });
  });
});
