import type { History, Inspection, Order, OrderLine, RequestLine, ReturnRequest, Risk, Tracking } from '../../returns';

/** Everything that a policy may look at. Only request and order have to be there. */
export interface PolicyInput {
  readonly request: ReturnRequest;
  readonly order: Order;
  readonly tracking?: Tracking | undefined;
  readonly inspection?: Inspection | undefined;
  readonly history?: History | undefined;
  readonly risk?: Risk | undefined;
  /**
   * The instant at which clocks are read, ISO 8601: time left, time without a scan. `request.requestedAt` when absent.
   * Whether a return is asked for in time does not depend on it.
   */
  readonly asOf?: string | undefined;
}

/** One line of a request, as facts are read of it. */
export interface Subject {
  readonly input: PolicyInput;
  readonly asked: RequestLine;
  readonly line: OrderLine;
  /** What the shopper paid for the units of this line that come back, in minor units, tax included. */
  readonly worth: number;
  /** The same of all lines of the request. */
  readonly totalWorth: number;
  /** `request.requestedAt` as epoch milliseconds. */
  readonly requestedAt: number;
  /** The day of an instant in the shop's time zone, counted from 1970-01-01. */
  dayOf(instant: number): number;
  /** Names of the policy's seasons that a day falls into. */
  seasonsOf(day: number): readonly string[];
  isWorkingDay(day: number): boolean;
}

/**
 * How values of a fact look: `money` is a number of minor units in the order's currency, `time` epoch milliseconds,
 * `texts` a list. Texts are compared without regard to case and outer spaces.
 */
export interface FactValues {
  text: string;
  texts: readonly string[];
  number: number;
  money: number;
  flag: boolean;
  time: number;
}
export type FactKind = keyof FactValues;

/** The same for all lines of a request, or asked of each line. */
export type FactScope = 'request' | 'line';

/**
 * What can be asked of a return. A fact that cannot be read is `undefined`: not known, and never guessed. Where the
 * dossier tells that there is none (no category, no discount code), a text is `''`.
 */
export interface Fact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly scope: FactScope;
  readonly description: string;
  /** Who can tell it when it is not known. */
  readonly asks: 'shopper' | 'shop';
  /** The only values that there are. */
  readonly values?: readonly string[];
  read(subject: Subject): FactValues[K] | undefined;
}

type Reader<K extends FactKind> = (subject: Subject) => FactValues[K] | undefined;
type Extras = Partial<Pick<Fact, 'asks' | 'values'>>;

const factOf =
  <K extends FactKind>(kind: K) =>
  (scope: FactScope, description: string, read: Reader<K>, extras: Extras = {}): Fact<K> => ({
    kind,
    scope,
    description,
    asks: 'shop',
    ...extras,
    read,
  });

export const text = factOf('text');
export const texts = factOf('texts');
export const number = factOf('number');
export const money = factOf('money');
export const flag = factOf('flag');
export const time = factOf('time');
