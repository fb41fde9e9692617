import type { Money } from '../../returns';
import type { BeforeAfter, ReplayMoney } from './report';

/** Counts by name with a bound on the names: what comes when it is full is counted together. */
export class Counts {
  private readonly counts = new Map<string, number>();
  private others = 0;

  constructor(private readonly most: number) {}

  add(name: string): void {
    const count = this.counts.get(name);
    if (count !== undefined || this.counts.size < this.most) this.counts.set(name, (count ?? 0) + 1);
    else this.others += 1;
  }

  /** The most first; equals by name. */
  sorted(): readonly { readonly what: string; readonly cases: number }[] {
    const named = [...this.counts]
      .map(([what, cases]) => ({ what, cases }))
      .sort((a, b) => b.cases - a.cases || (a.what < b.what ? -1 : 1));
    return this.others === 0 ? named : [...named, { what: 'others', cases: this.others }];
  }
}

/** What money a decision is about. */
export interface Sums {
  readonly refundable: Money;
  readonly fee: Money;
  readonly isApproved: boolean;
}

type Sum = { -readonly [K in keyof BeforeAfter]: BeforeAfter[K] };
interface CurrencySums {
  cases: number;
  readonly refundable: Sum;
  readonly fee: Sum;
  readonly approved: Sum;
}

/** Sums by currency. Nothing is converted: a case that changed its currency is in both, on its own side of each. */
export class MoneyTally {
  private readonly currencies = new Map<string, CurrencySums>();

  add(before: Sums, after: Sums): void {
    const [was, is] = [this.of(before.refundable.currency), this.of(after.refundable.currency)];
    was.cases += 1;
    if (was !== is) is.cases += 1;
    addTo(was, 'before', before);
    addTo(is, 'after', after);
  }

  sorted(): readonly ReplayMoney[] {
    return [...this.currencies]
      .map(([currency, { cases, refundable, fee, approved }]) => ({
        currency,
        cases,
        refundable: { ...refundable },
        fee: { ...fee },
        approved: { ...approved },
      }))
      .sort((a, b) => b.cases - a.cases || (a.currency < b.currency ? -1 : 1));
  }

  private of(currency: string): CurrencySums {
    const known = this.currencies.get(currency);
    if (known !== undefined) return known;
    const zero = (): Sum => ({ before: 0, after: 0 });
    const sums = { cases: 0, refundable: zero(), fee: zero(), approved: zero() };
    this.currencies.set(currency, sums);
    return sums;
  }
}

function addTo(sums: CurrencySums, side: keyof BeforeAfter, { refundable, fee, isApproved }: Sums): void {
  sums.refundable[side] += refundable.amount;
  sums.fee[side] += fee.amount;
  if (isApproved) sums.approved[side] += refundable.amount;
}
