import { randomBytes, randomInt } from 'node:crypto';

const COUNTER_LIMIT = 0x1000;

/** Makes UUIDs of version 7 (RFC 9562), ordered by time, and by a counter within one millisecond of one process. */
export function createCaseIds(clock: () => Date): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock().getTime();
    if (now > last) {
      last = now;
      // Half the range is left to count in, as section 6.2 of the RFC advises.
      counter = randomInt(COUNTER_LIMIT / 2);
    } else {
      counter += 1;
      if (counter === COUNTER_LIMIT) {
        last += 1;
        counter = 0;
      }
    }
    const time = last.toString(16).padStart(12, '0');
    const tail = randomBytes(8);
    tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0);
    return hexToUuid(time + (0x7000 | counter).toString(16) + tail.toString('hex'));
  };
}

/** @param hex 32 hexadecimal digits */
export const hexToUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
