const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const feature = '^server/features/([^/]+)/';

/** Who may import whom (server/ARCHITECTURE.md). */
module.exports = {
  forbidden: [
    law('no-cycles', 'Readable top-down.', { pathNot: '^prisma/generated/' }, { circular: true }),
    law('domain-is-pure', 'Rules are plain functions.', { path: '^shared/domain/' }, { pathNot: '^shared/domain/' }),
    law('shared-is-a-leaf', 'It knows itself and zod.', { path: '^shared/' }, { pathNot: ['^shared/', '/zod/'] }),
    law(
      'screens-see-no-server',
      'The bridge is the contract.',
      { path: '^miniapp/' },
      { path: '^(server|prisma|tests)/' },
    ),
    law(
      'contract-types-only',
      'zod stays off the phone.',
      { path: '^miniapp/' },
      { path: ['^shared/contract', '/zod/'], dependencyTypesNot: ['type-only'] },
    ),
    law('server-sees-no-screens', 'Nor its tests.', { path: '^server/' }, { path: '^(miniapp|tests)/' }),
    law(
      'machinery-below-features',
      'The kernel, the gateways and understanding know no feature.',
      { path: '^server/(kernel|gateways|nlu)/' },
      { path: '^server/features/' },
    ),
    law(
      'through-the-door',
      'Another feature is its index.ts.',
      { path: feature },
      { path: feature, pathNot: ['^server/features/$1/', '/index\\.ts$'] },
    ),
    law(
      'no-outside-io-in-a-transaction',
      'Commands, queries and reactions touch the database only.',
      { path: '^server/features/.*/(commands/|queries|reactions)' },
      { path: '^server/gateways/' },
    ),
    law(
      'http-stays-at-the-edge',
      'Features never see Koa.',
      { path: '^server/features/' },
      { path: 'node_modules/(@types/)?@?koa' },
    ),
    law(
      'places-and-photos-know-nobody',
      'The lowest features.',
      { path: '^server/features/(places|photos)/' },
      { path: '^server/features/', pathNot: '^server/features/(places|photos)/' },
    ),
    law(
      'tickets-below-talk',
      'Chat and workbench stand on tickets, never the other way round.',
      { path: '^server/features/(identity|tickets|notifications)/' },
      { path: '^server/features/(chat|workbench)/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '^prisma/generated/internal' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
