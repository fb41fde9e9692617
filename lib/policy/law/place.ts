import type { Zone } from '../calendar/zone';
import type { Law } from './law-at';

/** The law that holds, and the zone in which its days begin and end. */
export interface Place {
  readonly law: Law;
  readonly zone: Zone;
}
