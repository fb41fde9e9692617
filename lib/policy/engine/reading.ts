import type { OrderLine, RequestLine } from '../../returns';
import type { Fact, PolicyInput, Subject } from '../facts';
import { fold } from './fold';
import type { PolicyCalendar } from './policy-calendar';

type Value = string | number | boolean | readonly string[];

/** The facts that one policy asks for, each with its slot: what it never asks is never read. */
export class FactSlots {
  readonly #slots = new Map<Fact, number>();
  readonly facts: Fact[] = [];
  /** Slots of facts that differ by line. */
  readonly lineSlots: number[] = [];

  slotOf(fact: Fact): number {
    const known = this.#slots.get(fact);
    if (known !== undefined) return known;
    const slot = this.facts.length;
    this.facts.push(fact);
    this.#slots.set(fact, slot);
    if (fact.scope === 'line') this.lineSlots.push(slot);
    return slot;
  }
}

/**
 * The facts of one request while its lines are judged one after the other. Each is read at most once per line or
 * request, however many rules ask for it. Texts are folded.
 */
export class Reading implements Subject {
  /** `undefined`: not read yet; `null`: not known. */
  readonly #values: (Value | null | undefined)[];

  constructor(
    readonly input: PolicyInput,
    readonly slots: FactSlots,
    readonly calendar: PolicyCalendar,
    readonly requestedAt: number,
    readonly totalWorth: number,
    public asked: RequestLine,
    public line: OrderLine,
    public worth = 0,
  ) {
    this.#values = new Array<Value | null | undefined>(slots.facts.length);
  }

  /** Turns to a line. */
  turnTo(asked: RequestLine, line: OrderLine, worth: number): void {
    this.asked = asked;
    this.line = line;
    this.worth = worth;
    for (const slot of this.slots.lineSlots) this.#values[slot] = undefined;
  }

  dayOf(instant: number): number {
    return this.calendar.dayOf(instant);
  }

  seasonsOf(day: number): readonly string[] {
    return this.calendar.seasonsOf(day);
  }

  isWorkingDay(day: number): boolean {
    return this.calendar.isWorkingDay(day);
  }

  /** What the slot's fact says, null when it is not known. */
  value(slot: number): Value | null {
    const known = this.#values[slot];
    if (known !== undefined) return known;
    const read = this.#read(slot);
    this.#values[slot] = read;
    return read;
  }

  text(slot: number): string | null {
    const value = this.value(slot);
    return typeof value === 'string' ? value : null;
  }

  texts(slot: number): readonly string[] | null {
    const value = this.value(slot);
    return typeof value === 'object' ? value : null;
  }

  number(slot: number): number | null {
    const value = this.value(slot);
    return typeof value === 'number' ? value : null;
  }

  flag(slot: number): boolean | null {
    const value = this.value(slot);
    return typeof value === 'boolean' ? value : null;
  }

  #read(slot: number): Value | null {
    const fact = this.slots.facts[slot];
    const value = fact?.read(this);
    // The only values that there are have been written by this package.
    if (typeof value === 'string') return fact?.values === undefined ? fold(value) : value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'object') return value.length === 0 ? value : value.map(fold);
    return value ?? null;
  }
}
