// One configuration, two sizes: `unit` (pure, beside the file) and `integration` (a real PostgreSQL, real HTTP).
const integration = process.env.SMET_TESTS === 'integration';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Jest leaves one core to the watcher nobody runs here; files share nothing but the test server.
  maxWorkers: '100%',
  // Only a hanging test comes to it: tests of processes of their own take long on a busy machine.
  testTimeout: 30_000,
  roots: ['<rootDir>/backend', '<rootDir>/libs', '<rootDir>/frontend/src'],
  testMatch: integration ? ['**/*.int-spec.ts', '**/*.e2e-spec.ts'] : ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  ...(integration && {
    globalSetup: '<rootDir>/backend/test/global-setup.mjs',
    globalTeardown: '<rootDir>/backend/test/global-teardown.mjs',
  }),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@smet/(connectors|sandbox)/([a-z0-9]+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^@smet/(money|estimating|database|connectors|api-client|sandbox)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '<rootDir>/scripts/lib/jest-transform.mjs',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          keepClassNames: true,
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
