import type { Dossier } from '../returns';
import { sql, type Statement } from './sql';

/**
 * A group is a combination of channel, resolution and states. There are some dozens of them, however many cases there
 * are, so that a search for any part of the combination walks one index per group that fits; see `caseWalk`.
 * @param erased whether nothing was added to the case since its personal data left it
 */
export function groupInsertion({ case: current }: Dossier, erased: boolean): Statement {
  const { channel, resolution, settlement, parcel, decision } = current;
  return sql`
    INSERT INTO case_groups (channel, resolution, settlement, parcel, decision, erased)
    VALUES (${channel}, ${resolution}, ${settlement}, ${parcel}, ${decision}, ${erased ? 1 : 0})
    ON CONFLICT DO NOTHING`;
}

/** The group's id, as a query to stand in a statement. */
export function groupId({ case: current }: Dossier, erased: boolean): Statement {
  const { channel, resolution, settlement, parcel, decision } = current;
  return sql`
    SELECT g.id FROM case_groups g
    WHERE g.channel = ${channel} AND g.resolution = ${resolution} AND g.settlement = ${settlement}
      AND g.parcel = ${parcel} AND g.decision = ${decision} AND g.erased = ${erased ? 1 : 0}`;
}
