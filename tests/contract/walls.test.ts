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
  ['lib/carriers/carrier.ts', './easypost'],
  ['lib/returns/money.ts', '../../dist/lib/ledger'],
  ['lib/returns/money.ts', '@n8n/config'],
  ['sandbox/accounts.ts', '../dist/lib/http'],
  ['sandbox/accounts.ts', 'n8n-workflow'],
  ['nodes/shared/fields.ts', '../../dist/lib/returns'],
] as const;

/** Code that loads while it runs, and where no import statement shows it. */
const forbiddenLoads = [
  ['lib/mail/index.ts', "export const late = await import('n8n-workflow');"],
  ['lib/mail/index.ts', "export const late = await import('../ledger');"],
  ['lib/mail/index.ts', 'export const late = await import(String(1));'],
  ['lib/mail/index.ts', "export const late: unknown = createRequire(__filename)('@n8n/config');"],
  ['lib/mail/index.ts', "export const late: unknown = createRequire(__filename)('../http');"],
  ['sandbox/accounts.ts', "export const late = await import('../lib/http');"],
  ['sandbox/accounts.ts', "export const late: unknown = createRequire(__filename)('../lib/http');"],
  ['sandbox/accounts.ts', "export const late = await import('n8n-workflow');"],
] as const;

const allowed = [
  ['lib/policy/index.ts', '../returns'],
  ['lib/carriers/easypost/index.ts', '../../http'],
  ['nodes/shared/fields.ts', '../../lib/returns'],
] as const;

const importing = ([file, source]: readonly [string, string]): [string, string] => [file, `import '${source}';`];

/**
 * ESLint reads its configuration with a dynamic import, which jest's own module system cannot: a process of its own.
 * Where `CI` is set, typescript-eslint would read the files from the disk instead of the text that it is given.
 */
const program = `
  const { ESLint } = require('eslint');
  const walls = ['import-x/no-restricted-paths', 'no-restricted-imports', 'no-restricted-syntax'];
  const eslint = new ESLint({ ruleFilter: ({ ruleId }) => walls.includes(ruleId) });
  (async () => {
    const counts = [];
    for (const [filePath, code] of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText(code + "\\n", { filePath });
      counts.push(result.messages.filter(({ ruleId }) => walls.includes(ruleId)).length);
    }
    process.stdout.write(JSON.stringify(counts));
  })();
`;

describe('walls between the rooms', () => {
  const walledOff = [...forbidden.map(importing), ...forbiddenLoads];
  const open = allowed.map(importing);
  let complaints: number[];

  beforeAll(() => {
    const output = execFileSync(process.execPath, ['-e', program, JSON.stringify([...walledOff, ...open])], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
    });
    complaints = JSON.parse(output) as number[];
  }, 120_000);

  test.each(walledOff.map(([file, code], index) => [file, code, index] as const))(
    '%s may not say: %s',
    (_file, _code, index) => {
      expect(complaints[index]).toBe(1);
    },
  );

  test.each(open.map(([file, code], index) => [file, code, walledOff.length + index] as const))(
    '%s may say: %s',
    (_file, _code, index) => {
      expect(complaints[index]).toBe(0);
    },
  );
});
