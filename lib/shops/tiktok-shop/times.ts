/** TikTok Shop counts Unix seconds. @returns an ISO instant; undefined for nothing, zero and what is no time */
export const readInstant = (seconds: number | null | undefined): string | undefined =>
  seconds === undefined || seconds === null || seconds <= 0 || !Number.isFinite(seconds)
    ? undefined
    : new Date(seconds * 1000).toISOString();

/** An ISO instant as Unix seconds, rounded down. */
export const toSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
