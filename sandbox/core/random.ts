const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 32-bit FNV-1a, to make a seed of a name. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Random numbers that are the same for the same seed (mulberry32). Nothing here guards a secret. */
export class Random {
  private state: number;

  constructor(private seedValue: number) {
    this.state = seedValue >>> 0;
  }

  get seed(): number {
    return this.seedValue;
  }

  reseed(seed: number): void {
    this.seedValue = seed;
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** One of a list that has at least one entry; throws RangeError on an empty one. */
  pick<T>(list: readonly T[]): T {
    const index = this.int(0, list.length - 1);
    const found = list[index];
    if (found === undefined) throw new RangeError('cannot pick from an empty list');
    return found;
  }

  /** `prefix` and then `length` letters and digits: `id('re_')` → `re_4fQ…`. */
  id(prefix: string, length = 24): string {
    return prefix + Array.from({ length }, () => alphabet[this.int(0, alphabet.length - 1)]).join('');
  }

  /** So many decimal digits. */
  digits(length: number): string {
    return Array.from({ length }, () => String(this.int(0, 9))).join('');
  }

  /** So many lower-case hexadecimal digits. */
  hex(length: number): string {
    return Array.from({ length }, () => this.int(0, 15).toString(16)).join('');
  }

  /** A separate stream of the same seed, so that drawing from one does not shift what the other gives. */
  fork(name: string): Random {
    return new Random(this.seedValue ^ hash(name));
  }
}
