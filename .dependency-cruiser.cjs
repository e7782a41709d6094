// Who may import whom. Each rule is one sentence of docs/architecture.md. Run by `npm run validate`.

const FEATURE = '^app/features/([^/]+)/'
const REPO = [`${FEATURE}repo\\.server\\.ts$`, `${FEATURE}repo/`]
const READS = [`${FEATURE}queries\\.server\\.ts$`, `${FEATURE}queries/`]
const DATA_PLATFORM =
  '^app/platform/((db|transaction|outbox|changes|audit|limits|jobs|job-rounds|prepared|kept-statements|walk-by-id)\\.server(\\.test)?\\.ts$|db-type\\.ts$|upkeep/|postgres/|dialects/)'

/** feature → the features it may import; absent means forbidden. */
const USES = {
  communes: [],
  organisations: ['communes'],
  identity: ['organisations'],
  health: ['organisations', 'classifier'],
  contact: ['organisations'],
  carbon: ['communes', 'organisations'],
  photos: ['organisations'],
  attachments: ['organisations'],
  classifier: ['organisations', 'photos'],
  faces: ['organisations', 'photos', 'classifier'],
  examples: ['organisations', 'photos', 'classifier'],
  sites: ['organisations', 'communes'],
  vocabulary: ['organisations'],
  lots: [
    'organisations',
    'communes',
    'sites',
    'photos',
    'attachments',
    'classifier',
    'examples',
    'vocabulary',
    'wording',
  ],
  needs: ['organisations', 'communes', 'sites', 'vocabulary', 'wording'],
  directory: ['organisations', 'communes', 'sites'],
  map: ['lots', 'directory', 'communes'],
  attribution: ['organisations', 'communes'],
  reservations: ['lots', 'needs', 'sites', 'communes', 'organisations', 'photos', 'attribution'],
  matching: ['lots', 'needs', 'communes', 'carbon', 'organisations', 'reservations'],
  wording: [],
  imports: ['wording', 'sites', 'lots', 'communes', 'organisations'],
  closing: ['sites', 'accounting', 'organisations'],
  labels: ['lots', 'sites', 'reservations', 'photos', 'communes', 'organisations'],
  stories: ['reservations', 'lots', 'photos', 'communes', 'organisations'],
  documents: [
    'lots',
    'sites',
    'reservations',
    'accounting',
    'closing',
    'programme',
    'labels',
    'photos',
    'carbon',
    'communes',
    'organisations',
  ],
  field: ['lots', 'sites', 'reservations', 'labels', 'photos', 'classifier', 'communes', 'organisations'],
  baskets: ['wording', 'matching', 'lots', 'needs', 'communes', 'carbon', 'organisations'],
  accounting: ['reservations', 'lots', 'sites', 'communes', 'carbon', 'organisations'],
  board: [
    'accounting',
    'reservations',
    'lots',
    'sites',
    'carbon',
    'communes',
    'organisations',
    'notifications',
  ],
  'open-data': ['lots', 'needs', 'accounting', 'carbon', 'photos', 'communes'],
  keep: ['lots', 'photos', 'communes'],
  programme: ['accounting', 'attachments', 'communes', 'notifications', 'organisations', 'photos'],
  administration: ['organisations', 'identity', 'contact', 'communes'],
  privacy: ['identity', 'organisations', 'reservations'],
  audit: ['organisations'],
  moderation: ['lots', 'needs', 'organisations', 'programme', 'stories'],
  notifications: ['organisations', 'lots', 'needs', 'matching', 'reservations', 'accounting'],
  alerts: ['notifications', 'contact', 'lots', 'needs', 'reservations', 'communes', 'organisations'],
  webhooks: ['open-data', 'lots', 'reservations', 'accounting', 'identity', 'communes', 'organisations'],
}
assertAcyclic(USES)

module.exports = {
  forbidden: [
    rule('no-cycles', 'no import cycle, type imports included', {}, { circular: true }),
    rule(
      'core-is-pure',
      'core imports only core',
      { path: '^app/core/', pathNot: TEST() },
      { pathNot: '^app/core/' },
    ),
    rule(
      'model-is-pure',
      'a model imports only core and models',
      { path: `${FEATURE}model/`, pathNot: TEST() },
      { pathNot: ['^app/core/', `${FEATURE}model/`] },
    ),
    rule(
      'schema-is-edge-only',
      'a schema imports zod, stdnum, core, models and the shared fields',
      { path: [`${FEATURE}schema\\.ts$`, '^app/schema/'], pathNot: TEST() },
      { pathNot: ['^app/core/', '^app/schema/', `${FEATURE}model/`, 'node_modules/(zod|stdnum)'] },
    ),
    rule(
      'messages-are-pure',
      'catalogues import core',
      { path: '^app/messages/', pathNot: TEST() },
      { pathNot: ['^app/core/', '^app/messages/'] },
    ),
    rule(
      'only-repos-touch-tables',
      'tables and drizzle appear in repos, queries and the data platform only',
      { path: '^app/', pathNot: [...REPO, ...READS, DATA_PLATFORM] },
      { path: ['^db/sqlite/', 'node_modules/(drizzle-orm|better-sqlite3|pg)/'] },
    ),
    rule(
      'repo-is-private',
      'a repo is imported by its own feature only',
      { path: FEATURE },
      { path: REPO, pathNot: '^app/features/$1/' },
    ),
    rule(
      'tables-are-leaves',
      'table files import drizzle, core and each other',
      { path: '^db/sqlite/' },
      { pathNot: ['^db/sqlite/', '^app/core/', 'node_modules/drizzle-orm'] },
    ),
    rule(
      'routes-are-thin',
      'routes see http, commands, queries, schema, model, ui and messages',
      { path: '^app/routes/' },
      {
        path: [
          ...REPO,
          '^db/',
          '^app/(platform|jobs|server)/',
          'node_modules/(sharp|@xenova/transformers|drizzle-orm|better-sqlite3|pg)/',
        ],
      },
    ),
    rule(
      'no-route-to-route',
      'a route imports nothing from another route',
      { path: '^app/routes/([^/]+)/' },
      { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    ),
    rule(
      'nothing-below-imports-the-edge',
      'routes and http are imported by the edge only',
      { path: '^(app/(features|core|platform|ui|jobs|messages|schema)|db)/' },
      { path: '^app/(routes|http|server)/' },
    ),
    rule(
      'remix-stays-at-the-edge',
      'no Request, redirect or reply below http',
      { path: '^app/(core|features|jobs|platform)/', pathNot: `${FEATURE}ui/` },
      { path: 'node_modules/@remix-run/' },
    ),
    rule(
      'platform-knows-no-feature',
      'platform is replaceable plumbing',
      { path: '^app/platform/' },
      { path: '^app/(features|jobs|ui)/' },
    ),
    rule(
      'jobs-start-once',
      'only the process starts the worker',
      { path: '^app/', pathNot: '^app/(jobs|server)/' },
      { path: '^app/jobs/' },
    ),
    rule(
      'ui-is-client-safe',
      'ui, model, schema and messages never reach a .server file',
      {
        path: ['^app/(ui|messages|schema)/', `${FEATURE}(ui|model)/`, `${FEATURE}schema\\.ts$`],
        pathNot: TEST(),
      },
      { path: '\\.server\\.tsx?$' },
    ),
    rule(
      'heavy-vendors-have-one-home',
      'sharp lives in photos, transformers.js in classifier',
      {
        path: '^app/',
        pathNot: [
          '^app/features/photos/[^/]+\\.server\\.ts$',
          '^app/features/classifier/load-(model|zero-shot)\\.ts$',
        ],
      },
      { path: 'node_modules/(sharp|@xenova/transformers)' },
    ),
    rule(
      'one-client-of-buckets',
      'the client of S3 is read by the store alone, when a bucket is configured',
      { path: '^(app|db)/', pathNot: '^app/platform/s3-store\\.server\\.ts$' },
      { path: 'node_modules/@(aws-sdk|smithy)/' },
    ),
    rule(
      'remix-package-is-inert',
      'the `remix` package throws on import',
      {},
      { path: 'node_modules/remix/' },
    ),
    rule(
      'production-ignores-tests',
      'production code never imports tests',
      { path: '^(app|db)/', pathNot: TEST() },
      { path: '^tests/' },
    ),
    ...Object.entries(USES).map(([name, allowed]) =>
      rule(
        `feature-dag:${name}`,
        `${name} may import only: ${allowed.join(', ') || 'no other feature'}`,
        { path: `^app/features/${name}/` },
        { path: '^app/features/', pathNot: `^app/features/(${[name, ...allowed].join('|')})/` },
      ),
    ),
    rule(
      'feature-dag:unlisted',
      'a feature is declared in USES first',
      { path: '^app/features/', pathNot: `^app/features/(${Object.keys(USES).join('|')})/` },
      { path: '.' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

function TEST() {
  return '\\.test\\.tsx?$'
}

function assertAcyclic(graph, done = new Set()) {
  const visit = (name, path) => {
    if (path.includes(name)) throw new Error(`feature cycle: ${[...path, name].join(' → ')}`)
    if (done.has(name)) return
    for (const next of graph[name]) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of Object.keys(graph)) visit(name, [])
}
