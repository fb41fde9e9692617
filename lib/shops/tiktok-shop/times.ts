/** The last second that a Date can name. */
const LAST_SECOND = 8_640_000_000_000;

/** TikTok Shop counts Unix seconds. @returns an ISO instant; undefined for nothing, zero and what is no time */
export const readInstant = (seconds: number | null | undefined): string | undefined =>
  seconds !== undefined && seconds !== null && seconds > 0 && seconds <= LAST_SECOND
    ? new Date(seconds * 1000).toISOString()
    : undefined;

/** An ISO instant as Unix seconds, rounded down. */
export const toSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
