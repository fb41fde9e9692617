import { sharedLedger } from '../../lib/ledger';
import { dropSchema, query } from '../support/postgres-server';
import { aReturn, byWorkflow } from '../unit/ledger/support/returns';
import { newPlace, type Place } from './support';

describe('a shared ledger in PostgreSQL', () => {
  let place: Place;
  beforeEach(() => {
    place = newPlace();
  });
  afterEach(() => dropSchema(place));

  it('is one pool of connections per location, open until its last handle closes', async () => {
    const [one, two] = await Promise.all([sharedLedger(place), sharedLedger({ ...place })]);
    let told = 0;
    two.onAppended(() => (told += 1));
    await one.openCase(aReturn(), byWorkflow);
    expect(told).toBeGreaterThan(0);
    await one.close();
    expect((await two.findCases({}, { limit: 1 })).items).toHaveLength(1);
    await two.close();
    await expect(two.findCases({}, { limit: 1 })).rejects.toMatchObject({ message: 'The ledger is closed' });
    const three = await sharedLedger(place);
    expect((await three.findCases({}, { limit: 1 })).items).toHaveLength(1);
    await three.close();
  });

  it('of another schema is another ledger', async () => {
    const other = newPlace();
    const [one, two] = await Promise.all([sharedLedger(place), sharedLedger(other)]);
    await one.openCase(aReturn(), byWorkflow);
    expect((await two.findCases({}, { limit: 1 })).items).toEqual([]);
    await Promise.all([one.close(), two.close()]);
    await dropSchema(other);
  });

  it('can be opened again after opening it failed', async () => {
    await query(place, `CREATE SCHEMA "${place.schema}"; CREATE TABLE "${place.schema}".theirs ()`);
    await expect(sharedLedger(place)).rejects.toMatchObject({ code: 'storage_failed' });
    await query(place, `DROP TABLE "${place.schema}".theirs`);
    await (await sharedLedger(place)).close();
  });
});
