import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const suites = join(__dirname, '../unit/ledger');

it('runs every suite that holds for each store', () => {
  const shared = readdirSync(suites)
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => readFileSync(join(suites, name), 'utf8').includes('describeEachStore('));
  expect(shared).not.toEqual([]);
  expect(readdirSync(join(__dirname, 'suites')).toSorted()).toEqual(shared.toSorted());
});
