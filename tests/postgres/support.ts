import { randomBytes } from 'node:crypto';
import type { PostgresLocation } from '../../lib/ledger';
import { Client } from 'pg';
import { query, testServer } from '../support/postgres-server';

/** A place of its own for the ledger of one test, on the server of the project or on another one. */
export const newPlace = (server: PostgresLocation = testServer()): PostgresLocation & { readonly schema: string } => ({
  ...server,
  schema: `test_${randomBytes(6).toString('hex')}`,
});

export type Place = ReturnType<typeof newPlace>;

/** Runs SQL in the schema of a ledger, past the ledger. */
export const inLedger = (place: Place, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  query(place, `SET search_path TO "${place.schema}"; ${sql}`);

/**
 * What befalls the transaction that notes a certain text, the first time it tries: `then` is run inside the server, when
 * the event is inserted or when it is to be committed. How often is counted past transactions, by a sequence.
 */
export const whenNoted = async (
  place: Place,
  { note, at, then, times = 1 }: { note: string; at: 'insert' | 'commit'; then: string; times?: number },
): Promise<void> => {
  const name = `on_${note}_${at}`;
  await inLedger(
    place,
    `CREATE SEQUENCE ${name};
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.note = '${note}' AND nextval('${name}') <= ${times} THEN ${then}; END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT ON events
      DEFERRABLE INITIALLY ${at === 'commit' ? 'DEFERRED' : 'IMMEDIATE'} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  );
};

/** For `whenNoted`: the transaction waits there until the gate of this place is opened. */
export const waitAtGate = (place: Place): string => `PERFORM pg_advisory_xact_lock(${gateOf(place)})`;

/** Closes the gate of a place. @returns opens it */
export const closeGate = async (place: Place): Promise<() => Promise<void>> => {
  const { host, port, database, user, password } = place;
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  await client.query(`SELECT pg_advisory_lock(${gateOf(place)})`);
  return () => client.end();
};

const gateOf = ({ schema }: Place): string => `hashtext('gate of ${schema}')`;
