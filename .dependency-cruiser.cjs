// Who may import whom: the law of docs/adr/0001 and the map in README.md, checked on every `npm test`.
const SPEC = '\\.(int-|e2e-|contract\\.)?spec\\.ts$';

/** A room may only import the named rooms of the house (and packages from outside). */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: '^(libs|backend|frontend|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(css|woff2)$' },
    },

    // libraries
    only('money-stands-alone', '^libs/money/', ['^libs/money/'], 'libs/money imports nothing of ours'),
    only('estimating-only-money', '^libs/estimating/', ['^libs/(estimating|money)/'], 'money ← estimating'),
    only('database-stands-alone', '^libs/database/', ['^libs/database/'], 'libs/database imports nothing of ours'),
    only('connectors-stand-alone', '^libs/connectors/', ['^libs/connectors/'], 'connectors import nothing of ours'),
    only('sandbox-stands-alone', '^libs/sandbox/', ['^libs/sandbox/'], 'a stand-in shares no code with what it judges'),
    only('api-client-stands-alone', '^libs/api-client/', ['^libs/api-client/'], 'the client is generated from the API'),
    {
      name: 'pure-libraries-are-pure',
      comment: 'domain logic runs in the browser too: no framework, no I/O; exact decimals are the one package',
      severity: 'error',
      from: { path: '^libs/(money|estimating)/src/', pathNot: SPEC },
      to: { pathNot: ['^libs/(money|estimating)/', '(^|/)node_modules/(@types/)?big\\.js/'] },
    },
    {
      name: 'nobody-imports-the-sandbox',
      severity: 'error',
      from: { path: '^(libs|backend|frontend)/', pathNot: ['^libs/sandbox/', SPEC, '^backend/test/'] },
      to: { path: '^libs/sandbox/' },
    },
    {
      name: 'http-out-only-through-connectors',
      comment: 'libs/connectors/http is the only way out',
      severity: 'error',
      from: { path: '^(backend/src|libs/(database|connectors))/', pathNot: ['^libs/connectors/src/http/', SPEC] },
      to: { path: '^(node:)?(https?|http2)$|^node_modules/(undici|axios|got|node-fetch)/' },
    },
    {
      name: 'letters-out-only-through-connectors',
      comment: 'libs/connectors/smtp is the only way out for letters',
      severity: 'error',
      from: { path: '^(backend|libs)/', pathNot: ['^libs/connectors/src/smtp/', SPEC] },
      to: { path: '^node_modules/(@types/)?nodemailer/' },
    },
    {
      name: 'typeorm-only-in-persistence',
      comment: 'TypeORM lives in libs/database, platform/database and *.repository.ts',
      severity: 'error',
      from: {
        path: '^(backend/src|libs)/',
        pathNot: ['^libs/database/', '^backend/src/platform/database/', '\\.repository\\.ts$', SPEC],
      },
      to: { path: '^node_modules/(typeorm|@nestjs/typeorm)/' },
    },

    // backend
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: '^backend/src/modules/' },
    },
    {
      name: 'modules-through-the-door',
      comment: "another module's index.ts is its door, everything else is private",
      severity: 'error',
      from: { path: '^backend/src/modules/([^/]+)/' },
      to: {
        path: '^backend/src/modules/([^/]+)/',
        pathNot: ['^backend/src/modules/$1/', '^backend/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'composition-through-the-door',
      severity: 'error',
      from: { path: '^backend/src/[^/]+\\.ts$' },
      to: { path: '^backend/src/modules/', pathNot: ['^backend/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'backend-knows-no-browser',
      comment: 'nothing behind the API imports the web or the client generated from the API',
      severity: 'error',
      from: { path: '^(backend|libs)/', pathNot: '^libs/api-client/' },
      to: { path: '^(frontend|libs/api-client)/' },
    },

    // frontend
    {
      name: 'frontend-only-shared-libraries',
      severity: 'error',
      from: { path: '^frontend/src/' },
      to: { path: '^(backend|libs)/', pathNot: '^libs/(money|estimating|api-client)/' },
    },
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      from: { path: '^frontend/src/features/([^/]+)/' },
      to: { path: '^frontend/src/(features/[^/]+|app)/', pathNot: '^frontend/src/features/$1/' },
    },
    {
      name: 'shared-knows-no-feature',
      severity: 'error',
      from: { path: '^frontend/src/shared/' },
      to: { path: '^frontend/src/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '/\\.next/'].map((part) => `^(frontend|backend)${part}`) },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
