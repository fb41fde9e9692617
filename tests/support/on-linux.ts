const isLinux = process.platform === 'linux';

/**
 * For what only Linux tells, in /proc: that a process is dead for certain, and which files it has open. Elsewhere the
 * ledger waits for leases instead, so that there is nothing to test, and the report lists these as skipped.
 */
export const onLinux = isLinux ? it : it.skip;

/** The same for a group. */
export const describeOnLinux = isLinux ? describe : describe.skip;
