import type { TestSetup } from './database'

/** Every table of the seed, in an order that does not depend on how rows were inserted. */
const TABLES = {
  organisations: 'id',
  users: 'id',
  memberships: 'user_id',
  sites: 'id',
  inventories: 'id',
  inventory_lines: 'id',
  lots: 'id',
  lot_attributes: 'lot_id, key',
  lot_drafts: 'id',
  label_codes: 'code',
  needs: 'id',
  baskets: 'id',
  basket_lines: 'id',
  saved_searches: 'id',
  alert_hits: 'search_id, item_id',
  reservations: 'id',
  handover_confirmations: 'reservation_id, side',
  handovers: 'id',
  attribution_profiles: 'organisation_id',
  cession_terms: 'lot_id',
  resale_undertakings: 'reservation_id',
  attribution_decisions: 'id',
  reports: 'id',
  moderation_decisions: 'id',
  ledger_rows: 'seq',
  ledger_corrections: 'id',
  factor_versions: 'version',
  events: 'id',
  changes: 'seq',
} as const
const NAMED_LATE = "where entity not in ('match-pair', 'pair-dismissal', 'ledger', 'factors', 'webhook')"
/** Of a table, what the product's own commands name at the moment: pairs and what people did with them, links, webhooks, corrections, factors. */
const BUT: Record<string, string> = {
  events: `${NAMED_LATE} and kind not in ('shared', 'share-revoked')`,
  changes: NAMED_LATE,
}

/** What a seed wrote, table by table. */
export function contents({ database }: TestSetup): Record<string, unknown[]> {
  const read = ([table, order]: [string, string]) => [
    table,
    database.writer.prepare(`select * from ${table} ${BUT[table] ?? ''} order by ${order}`).all(),
  ]
  return Object.fromEntries(Object.entries(TABLES).map(read)) as Record<string, unknown[]>
}

/** What answers were given to requests of a commune's lots, each with its grounds. */
export function decisionsOf({ database }: TestSetup, outcome: 'accepted' | 'refused') {
  const decisions = database.writer
    .prepare('select taker_organisation_id as takerId, checks from attribution_decisions where outcome = ?')
    .all(outcome) as { takerId: string; checks: string }[]
  return decisions.map(({ takerId, checks }) => ({
    takerId,
    checks: JSON.parse(checks) as { isMet: boolean; finding: string }[],
  }))
}

/** What the sheets of lots say, as a search keeps it: lot, name, word, number in thousandths. */
export function writtenAttributes({ database }: TestSetup): unknown[][] {
  const lots = database.writer.prepare('select id, attributes from lots').all() as {
    id: string
    attributes: string
  }[]
  return lots.flatMap(({ id, attributes }) =>
    Object.entries(JSON.parse(attributes) as Record<string, string | number | true>).map(([key, value]) =>
      typeof value === 'number' ? [id, key, null, Math.round(value * 1000)] : [id, key, String(value), null],
    ),
  )
}
