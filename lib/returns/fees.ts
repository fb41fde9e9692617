import { percentOfMinor } from './money';

/** How the fee of a line is worked out; amounts in minor units of the order's currency. */
export interface FeeTerms {
  /** Lines with fees of one rule share a flat fee per return. */
  readonly rule: string;
  readonly per: 'return' | 'line' | 'item';
  /** Of what is paid back for the line; else a flat `amount`. */
  readonly percent?: number | undefined;
  readonly amount?: number | undefined;
  readonly minimum?: number | undefined;
  readonly cap?: number | undefined;
}

/** A line that comes back, with what it is worth in minor units. */
export interface LineWithFee {
  readonly terms: FeeTerms | undefined;
  readonly worth: number;
  readonly units: number;
}

/**
 * What each line bears, in their order. Of flat fees per return the highest is kept once; no fee is more than its goods
 * are worth, and all together are never more than the cap.
 * @param cap in minor units
 */
export function feesOfLines(lines: readonly LineWithFee[], cap = Infinity): number[] {
  const ofLines = new Array<number>(lines.length).fill(0);
  const perReturn = new Map<string, SharedFee>();
  for (const [index, { terms, worth, units }] of lines.entries()) {
    if (terms === undefined || worth === 0) continue;
    if (terms.per === 'return' && terms.percent === undefined) {
      const shared = perReturn.get(terms.rule) ?? { terms, lines: [] };
      shared.lines.push({ index, worth });
      perReturn.set(terms.rule, shared);
    } else {
      ofLines[index] = feeOn(terms, worth, units);
    }
  }
  let highest = { fee: 0, lines: [] as readonly Bearing[] };
  for (const shared of perReturn.values()) {
    const fee = feeOn(shared.terms, worthOf(shared.lines), 1);
    if (fee > highest.fee) highest = { fee, lines: shared.lines };
  }
  share(highest.fee, highest.lines, ofLines);

  const sum = ofLines.reduce((total, fee) => total + fee, 0);
  if (sum <= cap) return ofLines;
  const capped = new Array<number>(lines.length).fill(0);
  share(
    cap,
    ofLines.map((worth, index) => ({ index, worth })),
    capped,
  );
  return capped;
}

interface Bearing {
  readonly index: number;
  readonly worth: number;
}

interface SharedFee {
  readonly terms: FeeTerms;
  readonly lines: Bearing[];
}

const worthOf = (lines: readonly Bearing[]): number => lines.reduce((sum, { worth }) => sum + worth, 0);

function feeOn(
  { percent, amount = 0, per, minimum = 0, cap = Infinity }: FeeTerms,
  worth: number,
  units: number,
): number {
  const flat = per === 'item' ? amount * units : amount;
  const fee = percent === undefined ? flat : percentOfMinor(worth, percent);
  return Math.min(Math.max(fee, minimum), cap, worth);
}

/** Splits an amount by worth, to the cent: what is rounded away from one line falls to the next. */
function share(amount: number, lines: readonly Bearing[], into: number[]): void {
  const worth = worthOf(lines);
  if (amount === 0 || worth === 0) return;
  let upTo = 0;
  let given = 0;
  for (const line of lines) {
    upTo += line.worth;
    const reached = Number((2n * BigInt(amount) * BigInt(upTo) + BigInt(worth)) / (2n * BigInt(worth)));
    into[line.index] = (into[line.index] ?? 0) + reached - given;
    given = reached;
  }
}
