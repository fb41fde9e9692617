/** One project per kind of test: `npm run test:unit` stays in seconds, the host test takes minutes. */
const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
};
const project = (name, extra = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  ...extra,
});

/** The suites of the ledger once more, on a PostgreSQL server that the project starts, and what only PostgreSQL does. */
const postgres = project('postgres', {
  globals: { ledgerStore: 'PostgreSQL' },
  globalSetup: '<rootDir>/tests/postgres/start-server.ts',
  globalTeardown: '<rootDir>/tests/postgres/stop-server.ts',
});

module.exports = {
  // A test that hangs is to fail; one on a slow or busy machine is not.
  testTimeout: 90_000,
  projects: [
    project('unit'),
    postgres,
    ...['contract', 'workflows', 'host', 'browser', 'chaos'].map((name) => project(name)),
  ],
};
