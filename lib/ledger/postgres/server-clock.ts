/**
 * The clock of the database server, which all processes that share a ledger read: leases of machines whose clocks differ
 * still compare, and a clock that is set back here turns nothing back there.
 */
export interface ServerClock {
  readonly now: () => Date;
  /** Whether the clocks of this machine have drifted apart since the last sample: it slept, or its time was set. */
  readonly isDoubtful: () => boolean;
  /** @param serverMs what the server answered, in ms; @param askedAt when it was asked, as of `performance.now()` */
  readonly set: (serverMs: number, askedAt: number) => void;
}

const DRIFT_MS = 500;

export function createServerClock(): ServerClock {
  let sample: { readonly offset: number; readonly local: number } | undefined;
  // Counts on while the machine's time is set; stands still while the machine sleeps.
  const steady = (): number => performance.now();
  const local = (): number => Date.now() - steady();

  return {
    now: () => new Date(Math.round(sample ? steady() + sample.offset : Date.now())),
    isDoubtful: () => sample === undefined || Math.abs(local() - sample.local) > DRIFT_MS,
    set: (serverMs, askedAt) => {
      const answeredAt = steady();
      sample = { offset: serverMs - (askedAt + answeredAt) / 2, local: local() };
    },
  };
}
