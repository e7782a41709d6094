// The tests of `npm test` on PostgreSQL: what people do from end to end, what several do at once, what is kept, and the
// statements that engines say differently. `npm run test:postgres` runs all of them there.
export const POSTGRES_FILES = [
  'tests/scenarios',
  ...[
    'audit',
    'durability',
    'erasure',
    'index-builds',
    'jobs',
    'kept-answers',
    'kill',
    'lot-search',
    'moderation',
    'own-data',
    'programme',
    'reservations',
    'retention',
    'stock-race',
    'text-search',
    'walks-by-id',
    'waiting-stock',
  ].map((name) => `tests/integration/${name}.test.ts`),
]
