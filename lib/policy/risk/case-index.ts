import type { Case, Dossier, Order, ReturnRequest } from '../../returns';
import { instantOf } from '../facts/times';
import type { CustomerHistory, PastOrder } from './history';
import { hasFinding, indexedCase, knownAt, type IndexedCase } from './indexed-case';
import { ensureHashKey, linkKeysOf, type LinkKeys } from './links/link-keys';
import { defaultRiskSettings, type RiskSettings } from './settings';

/** The return that a history is asked for. */
export interface HistorySubject {
  readonly request: ReturnRequest;
  readonly order: Order;
  readonly case?: Pick<Case, 'id'> | undefined;
}

export interface HistoryOptions {
  /** A secret text of 16 characters or more: mailboxes, phones and addresses are kept as digests under it. */
  readonly hashKey: string;
  /** Says which words are claims, and which parcels are too light. */
  readonly settings?: RiskSettings;
}

/** Cases in the few figures that histories are made of; no personal data stays in it. */
export interface CaseIndex {
  /** Takes a case in, in place of what it was before. A case whose personal data was erased is nobody's, and leaves. */
  put(dossier: Dossier): void;
  /**
   * What was known of the customer when the return was asked for: later cases, inspections and scans are not in it.
   * @param orders every order of the customer in the last 180 days at the least, where the shop can tell them
   * @throws ReturnsError `invalid_input` for a time that cannot be read
   */
  historyOf(subject: HistorySubject, orders?: readonly Order[]): CustomerHistory;
}

type Shared = 'customer' | 'mailbox' | 'phone' | 'address';
const sharedKeys: readonly Shared[] = ['customer', 'mailbox', 'phone', 'address'];

/**
 * An index of cases by person, mailbox, phone and address. Fill it once and keep it up to date with `put`.
 * @throws ReturnsError `invalid_input` for a hash key that is too short
 */
export function caseIndex({ hashKey, settings = defaultRiskSettings }: HistoryOptions): CaseIndex {
  ensureHashKey(hashKey);
  const cases = new Map<string, IndexedCase>();
  const byKey = new Map<string, Set<IndexedCase>>();

  const drop = (entry: IndexedCase): void => {
    cases.delete(entry.id);
    for (const key of sharedKeys) {
      const name = entry.keys[key];
      if (name === undefined) continue;
      const others = byKey.get(name);
      others?.delete(entry);
      if (others?.size === 0) byKey.delete(name);
    }
  };
  const found = (keys: LinkKeys, kinds: readonly Shared[]): Set<IndexedCase> => {
    const all = new Set<IndexedCase>();
    for (const kind of kinds) {
      const name = keys[kind];
      for (const entry of name === undefined ? [] : (byKey.get(name) ?? [])) all.add(entry);
    }
    return all;
  };

  return {
    put(dossier) {
      const before = cases.get(dossier.case.id);
      if (before !== undefined) drop(before);
      if (dossier.case.erasedAt !== undefined) return;
      const entry = indexedCase(dossier, hashKey, settings);
      cases.set(entry.id, entry);
      for (const key of sharedKeys) {
        const name = entry.keys[key];
        if (name === undefined) continue;
        const others = byKey.get(name) ?? new Set();
        byKey.set(name, others.add(entry));
      }
    },

    historyOf(subject, orders) {
      const at = instantOf(subject.request.requestedAt, 'request.requestedAt');
      const keys = linkKeysOf(subject.order, hashKey);
      const isEarlier = (entry: IndexedCase): boolean => entry.requestedAt <= at && !isSame(entry, subject);
      const everOwn = found(keys, ['customer', 'mailbox']);
      const own = [...everOwn].filter(isEarlier);
      const others = (kind: Shared): IndexedCase[] =>
        [...found(keys, [kind])].filter((entry) => !everOwn.has(entry) && isEarlier(entry));
      const [atAddress, atPhone] = [others('address'), others('phone')];
      const orderCount = mostOf([subject.order, ...own].map(countOf));
      return {
        orders: orders === undefined ? [] : pastOrdersOf(orders, at),
        ordersComplete: orders !== undefined,
        ...(orderCount !== undefined && { orderCount }),
        returns: own.map((entry) => knownAt(entry, at)),
        links: {
          spellings: spellingsBesides(keys, own),
          address: linkOf(atAddress, at, settings),
          phone: linkOf(atPhone, at, settings),
          customers: new Set([...atAddress, ...atPhone].map(personOf)).size,
        },
      };
    },
  };
}

/**
 * What the cases of a ledger tell of the customer of a return. For many returns of one ledger make a `caseIndex` once.
 * @throws ReturnsError `invalid_input` for a hash key that is too short, or a time that cannot be read
 */
export function customerHistory(
  dossiers: Iterable<Dossier>,
  subject: HistorySubject,
  options: HistoryOptions & { readonly orders?: readonly Order[] },
): CustomerHistory {
  const index = caseIndex(options);
  for (const dossier of dossiers) index.put(dossier);
  return index.historyOf(subject, options.orders);
}

const isSame = (entry: IndexedCase, { request, case: current }: HistorySubject): boolean =>
  entry.id === current?.id || (entry.channel === request.channel && entry.externalId === request.externalId);

const countOf = (known: Order | IndexedCase): number | undefined =>
  'customer' in known ? known.customer.orders : known.orderCount;

const mostOf = (counts: readonly (number | undefined)[]): number | undefined =>
  counts.reduce((most, count) => (count === undefined || (most ?? -1) >= count ? most : count), undefined);

const pastOrdersOf = (orders: readonly Order[], at: number): PastOrder[] =>
  orders
    .filter(({ placedAt }) => instantOf(placedAt, 'order.placedAt') <= at)
    .map(({ id, placedAt, lines }) => ({
      id,
      placedAt,
      units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    }));

function spellingsBesides({ spelling, mailbox }: LinkKeys, own: readonly IndexedCase[]): number {
  const spellings = new Set<string>();
  for (const { keys } of own) {
    if (keys.mailbox === mailbox && keys.spelling !== undefined) spellings.add(keys.spelling);
  }
  if (spelling !== undefined) spellings.delete(spelling);
  return spellings.size;
}

/** Cases of one mailbox or account are one person's. */
const personOf = ({ keys, id }: IndexedCase): string => keys.mailbox ?? keys.customer ?? keys.phone ?? id;

function linkOf(
  entries: readonly IndexedCase[],
  at: number,
  settings: RiskSettings,
): CustomerHistory['links']['address'] {
  const people = new Map<string, boolean>();
  for (const entry of entries) {
    const person = personOf(entry);
    people.set(person, people.get(person) === true || hasFinding(knownAt(entry, at), settings));
  }
  return { customers: people.size, withFindings: [...people.values()].filter((isFound) => isFound).length };
}
