import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import prettier from 'eslint-config-prettier';

/**
 * n8n's rules hold for what n8n's own scanner reads: nodes/, credentials/ and package.json.
 * The rest is held by typescript-eslint's strict, type-checked set.
 */
const n8nFiles = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const ourFiles = ['lib/**/*.ts', 'sandbox/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts'];

/**
 * The three n8n rules that are off, and why. They belong to n8n's verification programme for zero-dependency
 * nodes on n8n Cloud; this is a self-hosted package that brings axios, zod, pdf-lib and nodemailer.
 */
const offForSelfHosted = {
  '@n8n/community-nodes/no-runtime-dependencies': 'off',
  '@n8n/community-nodes/no-restricted-imports': 'off',
  '@n8n/community-nodes/no-restricted-globals': 'off',
};

/** Each wall: the room, and the only rooms of ours that it may import. */
const rooms = ['nodes', 'credentials', 'lib', 'sandbox', 'tests', 'bench', 'docs'];
const libRooms = [
  'returns',
  'policy',
  'ledger',
  'http',
  'shops',
  'carriers',
  'payments',
  'warehouse',
  'documents',
  'mail',
  'insights',
];
const mayImport = {
  returns: [],
  policy: ['returns'],
  ledger: ['returns'],
  http: ['returns'],
  shops: ['returns', 'http'],
  carriers: ['returns', 'http'],
  payments: ['returns', 'http'],
  warehouse: ['returns', 'http'],
  documents: ['returns'],
  mail: ['returns'],
  insights: ['returns', 'ledger'],
};

const libWalls = libRooms.map((room) => ({
  target: `./lib/${room}`,
  from: libRooms.filter((other) => other !== room && !mayImport[room].includes(other)).map((other) => `./lib/${other}`),
  message: `lib/${room} may import only ${['itself', ...mayImport[room].map((r) => `lib/${r}`)].join(', ')}`,
}));

const outerWalls = [
  {
    target: './lib',
    from: rooms.filter((room) => room !== 'lib').map((room) => `./${room}`),
    message: 'lib/ is the product without n8n: it imports nothing outside lib/',
  },
  {
    target: './sandbox',
    from: rooms.filter((room) => room !== 'sandbox').map((room) => `./${room}`),
    message: "sandbox/ is written from the providers' specifications and shares no code with the product",
  },
  {
    target: ['./nodes', './credentials'],
    from: ['./sandbox', './tests', './bench', './docs'],
    message: 'shipped code imports no tooling',
  },
];

/** Providers never import each other: adding a carrier or a payment provider touches no other one. */
const foldersIn = (room) =>
  readdirSync(new URL(`./${room}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `./${room}/${entry.name}`);
const families = ['lib/shops', 'lib/carriers', 'lib/payments', 'lib/warehouse'].filter((family) =>
  existsSync(new URL(`./${family}/`, import.meta.url)),
);
const providerWalls = families.flatMap((family) => {
  const providers = foldersIn(family);
  return [
    ...providers.map((target) => ({
      target,
      // One provider alone has no other to keep away from; the rule wants a name all the same.
      from: providers.length > 1 ? providers.filter((other) => other !== target) : [`./${family}/another-provider`],
      message: 'a provider never imports another one',
    })),
    {
      target: `./${family}/!(index).ts`,
      from: providers,
      message: 'what all providers share knows none of them: the registry in index.ts does',
    },
  ];
});

/** The rooms above are of sources: what was built from another room is that room too. */
const noBuilt = { regex: '(^|/)dist/', message: 'import the source, where the walls can be seen' };
const n8nPackage = '^(n8n-|@n8n/)';
const noN8n = { regex: n8nPackage, message: 'only nodes/ and credentials/ meet n8n' };
/** What is loaded while the program runs passes the rules for import statements by; zones see `import('../x')`. */
const loaded = (pattern) => `/${pattern.replaceAll('/', '\\u002F')}/`;
const importing = (pattern, message) => ({ selector: `ImportExpression[source.value=${loaded(pattern)}]`, message });
/** `require`, `createRequire(…)(…)`, or whatever name it was given. */
const requiring = (pattern, message) => ({
  selector: `CallExpression[callee.type!='MemberExpression'][arguments.0.value=${loaded(pattern)}]`,
  message,
});
const unreadableLoad = {
  selector: "ImportExpression[source.type!='Literal']",
  message: 'name what is loaded, so that the walls can be checked',
};

export default tseslint.config(
  globalIgnores(['dist', '.cache', 'coverage']),
  {
    files: [...n8nFiles, ...ourFiles],
    extends: [js.configs.recommended, importX.flatConfigs.recommended],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.check.json' })],
    },
    rules: {
      'no-console': 'error',
      // TypeScript checks these two, and knows the types of CommonJS modules better.
      'import-x/no-named-as-default-member': 'off',
      'import-x/namespace': 'off',
      'import-x/no-restricted-paths': ['error', { zones: [...outerWalls, ...libWalls, ...providerWalls] }],
      'import-x/no-cycle': 'error',
    },
  },
  {
    files: n8nFiles,
    extends: [tseslint.configs.recommended, n8nCommunityNodesPlugin.configs.recommended],
    rules: offForSelfHosted,
  },
  {
    files: ['credentials/**/*.ts'],
    plugins: { 'n8n-nodes-base': n8nNodesBase },
    rules: {
      ...n8nNodesBase.configs.credentials.rules,
      // The same two exceptions as n8n's own configuration: superseded by the community rules.
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    plugins: { 'n8n-nodes-base': n8nNodesBase },
    rules: {
      ...n8nNodesBase.configs.nodes.rules,
      // The same three exceptions as n8n's own configuration: superseded by the community rules.
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
  {
    files: ['package.json'],
    extends: [n8nCommunityNodesPlugin.configs.recommended],
    plugins: { 'n8n-nodes-base': n8nNodesBase },
    rules: { ...n8nNodesBase.configs.community.rules, ...offForSelfHosted },
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
  },
  {
    files: ourFiles,
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: n8nFiles,
    rules: { 'no-restricted-imports': ['error', { patterns: [noBuilt] }] },
  },
  {
    files: ['lib/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noN8n, noBuilt] }],
      'no-restricted-syntax': [
        'error',
        importing(n8nPackage, noN8n.message),
        requiring(n8nPackage, noN8n.message),
        requiring('^\\.\\./', 'what is loaded late lies beside or below'),
        unreadableLoad,
      ],
    },
  },
  {
    files: ['sandbox/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noN8n, noBuilt] }],
      'no-restricted-syntax': [
        'error',
        importing(n8nPackage, noN8n.message),
        requiring(n8nPackage, noN8n.message),
        requiring('(^|/)(lib|dist)/', 'sandbox/ shares no code with the product'),
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    ignores: ['tests/support/properties.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'fast-check', message: 'take fc from tests/support/properties, which sets the seed' }] },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // typescript-eslint 8.73 never comes back from comparing graphql-js's recursive types.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // jest.fn and supertest-like helpers hand out `any`; the assertions narrow it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Command-line programs speak to the terminal.
    files: ['sandbox/**/main.ts', 'sandbox/**/*.command.ts', 'bench/**/*.ts', 'docs/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
