import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

const forbidden = [
  ['lib/returns/money.ts', '../http'],
  ['lib/policy/index.ts', '../ledger'],
  ['lib/carriers/easypost/index.ts', '../../payments'],
  ['lib/payments/stripe/index.ts', '../../shops/shopify'],
  ['lib/documents/index.ts', '../mail'],
  ['lib/mail/index.ts', '../../nodes/shared/smtp'],
  ['lib/ledger/index.ts', 'n8n-workflow'],
  ['sandbox/accounts.ts', '../lib/returns'],
  ['nodes/shared/fields.ts', '../../sandbox/accounts'],
] as const;

const allowed = [
  ['lib/policy/index.ts', '../returns'],
  ['lib/carriers/easypost/index.ts', '../../http'],
  ['nodes/shared/fields.ts', '../../lib/returns'],
] as const;

/**
 * ESLint reads its configuration with a dynamic import, which jest's own module system cannot: a process of its own.
 * Where `CI` is set, typescript-eslint would read the files from the disk instead of the text that it is given.
 */
const program = `
  const { ESLint } = require('eslint');
  const walls = ['import-x/no-restricted-paths', 'no-restricted-imports'];
  const eslint = new ESLint({ ruleFilter: ({ ruleId }) => walls.includes(ruleId) });
  (async () => {
    const counts = [];
    for (const [file, source] of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText("import '" + source + "';\\n", { filePath: file });
      counts.push(result.messages.filter(({ ruleId }) => walls.includes(ruleId)).length);
    }
    process.stdout.write(JSON.stringify(counts));
  })();
`;

describe('walls between the rooms', () => {
  const cases = [...forbidden, ...allowed];
  let complaints: number[];

  beforeAll(() => {
    const output = execFileSync(process.execPath, ['-e', program, JSON.stringify(cases)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
    });
    complaints = JSON.parse(output) as number[];
  }, 120_000);

  test.each(forbidden.map(([file, source], index) => [file, source, index] as const))(
    '%s may not import %s',
    (_file, _source, index) => {
      expect(complaints[index]).toBe(1);
    },
  );

  test.each(allowed.map(([file, source], index) => [file, source, forbidden.length + index] as const))(
    '%s may import %s',
    (_file, _source, index) => {
      expect(complaints[index]).toBe(0);
    },
  );
});
