const esmOnly = [
  'uuid',
  'flatbush',
  'flatqueue',
  'point-in-polygon-hao',
  'robust-predicates',
  'polyclip-ts',
  'splaytree-ts',
  'bignumber.js',
  'polygon-clipping',
  'splaytree',
  '@turf/.*',
  'read-excel-file',
  'tinyqueue',
  '@fastify/busboy',
  'csv-parse',
  'csv-stringify',
];
const transform = {
  '^.+\\.(m?[tj]s|tsx)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};
const common = {
  transform,
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};
const pure = (displayName) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
});

const withDesk = (displayName) => ({
  ...pure(displayName),
  globalSetup: '<rootDir>/tests/support/postgres.ts',
  globalTeardown: '<rootDir>/tests/support/postgres-stop.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/setup.ts'],
});

/** Pages in jsdom with a fake desk; Taro itself is played by tests/miniapp/support and proven on the built bundles. */
const miniapp = {
  ...common,
  displayName: 'miniapp',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
  testMatch: ['<rootDir>/tests/miniapp/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/tests/miniapp/support/globals.ts'],
  moduleNameMapper: {
    '^@tarojs/taro$': '<rootDir>/tests/miniapp/support/taro.ts',
    '^@tarojs/components$': '<rootDir>/tests/miniapp/support/components.tsx',
    '\\.scss$': '<rootDir>/tests/miniapp/support/styles.ts',
  },
};

/** The built bundles (dist/weapp, dist/h5) against one running desk (dist/server), shared by both projects. */
const onBuilt = (displayName) => ({
  ...pure(displayName),
  globalSetup: '<rootDir>/tests/support/shared-desk.ts',
  globalTeardown: '<rootDir>/tests/support/shared-desk-stop.ts',
  testEnvironmentOptions: { globalsCleanup: 'off' },
});

/** One project a kind of test, so that `npx jest --selectProjects domain` needs no database. */
module.exports = {
  projects: [
    pure('domain'),
    pure('nlu'),
    pure('gateways'),
    pure('architecture'),
    miniapp,
    withDesk('server'),
    withDesk('flows'),
    withDesk('faults'),
    onBuilt('weapp'),
    onBuilt('browser'),
  ],
};
