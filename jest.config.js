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

/** What takes more than a moment stands beside the unit tests it belongs to, and says by its name which kind it is. */
const besideUnit = ['properties', 'integration'];
const unit = project('unit', { testPathIgnorePatterns: besideUnit.map((kind) => `\\.${kind}\\.test\\.ts$`) });

/** The suites of the ledger once more, on a PostgreSQL server that the project starts, and what only PostgreSQL does. */
const postgres = project('postgres', {
  globals: { ledgerStore: 'PostgreSQL' },
  globalSetup: '<rootDir>/tests/postgres/start-server.ts',
  globalTeardown: '<rootDir>/tests/postgres/stop-server.ts',
});

/** One project per kind of test: `npm run test:unit` stays in seconds, the host test takes minutes. */
module.exports = {
  // A test that hangs is to fail; one on a slow or busy machine is not.
  testTimeout: 90_000,
  // Every core: jest's own default leaves one idle, which is half of a machine with two.
  maxWorkers: '100%',
  projects: [
    unit,
    ...besideUnit.map((kind) => project(kind, { testMatch: [`<rootDir>/tests/unit/**/*.${kind}.test.ts`] })),
    postgres,
    ...['contract', 'workflows', 'host', 'browser', 'chaos'].map((name) => project(name)),
  ],
};
