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

/** One project a kind of test, so that `npx jest --selectProjects domain` needs no database. */
module.exports = {
  projects: [
    pure('domain'),
    pure('nlu'),
    pure('gateways'),
    pure('architecture'),
    withDesk('server'),
    withDesk('flows'),
  ],
};
