import type Sqlite from 'better-sqlite3'
import { isOnPostgres } from './database'
import { pastTheProduct, PLACE } from './past-the-product'

/** Columns that people fill with words of their own (names, spaces between), by table; `*` after those that hold JSON. */
const WRITTEN: Readonly<Record<string, string>> = {
  users: 'name phone',
  organisations: 'name',
  passkeys: 'name',
  sessions: 'device',
  contact_messages: 'name email text path',
  saved_searches: 'name',
  alert_subscribers: 'email',
  notifications: 'params*',
  sites: 'name address access contact_name contact_phone',
  inventories: 'surveyor',
  inventory_lines: 'product dimensions assembly location reusability precautions',
  inventory_wastes: 'label outlet waste_code',
  closing_records: 'author client comment',
  closing_entries: 'label operator waste_code evidence',
  closing_gaps: 'note',
  lots: 'title description access provenance',
  lot_drafts: 'answers*',
  lot_attachments: 'file_name',
  needs: 'title description',
  reservations: 'message decision_reason',
  reservation_messages: 'text',
  reservation_disputes: 'text proposed_note settled_note',
  match_pairs: 'dismissed_note',
  match_weights: 'reason',
  match_computations: 'lot_side* need_side*',
  webhooks: 'url',
  webhook_deliveries: 'last_answer',
  baskets: 'title',
  basket_lines: 'label',
  imports: 'file_name sheet sheets* heads* materials*',
  import_rows: 'cells* corrections*',
  staged_lines: 'product dimensions assembly location reusability precautions',
  staged_wastes: 'label outlet waste_code',
  directory_places: 'name address hours conditions website phone email reason',
  attribution_profiles: 'delegation_reference',
  cession_terms: 'below_market_reason deliberation_reference',
  public_rules: 'reason',
  attribution_decisions: 'reason',
  commune_purchases: 'label',
  handover_confirmations: 'signed_name sorting*',
  handovers: 'sorting_operator sorting_evidence',
  handover_checks: 'difference slip_number',
  handover_papers: 'facts*',
  ledger_corrections: 'note answer',
  factor_versions: 'reason',
  reinstallations: 'words',
  programme_dossiers: 'aim sites referent referent_email elected other_target decision_reason scaling',
  programme_criteria: 'reason',
  programme_reviews: 'comment',
  programme_budget_lines: 'label',
  programme_milestones: 'label',
  programme_reports: 'results lessons difficulties sequel',
  programme_workshops: 'title place programme',
  programme_seats: 'name email',
  programme_materials: 'title url file_name',
  programme_fiches: 'title body reason',
  programme_posts: 'text hidden_reason',
  vocabulary_versions: 'subject reason',
  labelled_examples: 'label source licence',
  external_identities: 'email',
  reports: 'text email',
  moderation_decisions: 'statement appeal_text appeal_answer',
  events: 'detail*',
  audit_rows: 'details*',
}

/** Names of columns whose texts the product makes, whatever the table. */
const MADE =
  /(^|_)(id|hash|sha256|key|code|kind|state|status|role|locale|pace|side|unit|material|version|outcome|entity|topic|act|action|by|on|day|month|from|until|hour|part|truck|metric|ground|purpose|verdict|token|secret|salt)$/

/** Other columns whose texts the product makes, or of which only certain words are taken; and addresses that accounts are found by. */
const MADE_HERE: Readonly<Record<string, string>> = {
  account_tokens: 'email',
  allocation_plans: 'summary',
  attribution_decisions: 'criteria criteria_source ranking criterion checks',
  attribution_profiles: 'criteria',
  audit_rows: 'address',
  classifications: 'candidates',
  closing_gaps: 'reason',
  communes: 'name departement ept_name',
  directory_places: 'materials services siret',
  external_identities: 'issuer subject',
  factor_versions: 'rows',
  handover_checks: 'reason items method',
  handover_confirmations: 'drawing',
  handover_papers: 'number',
  import_mappings: 'mapping',
  imports: 'mapping failure choices',
  inventory_wastes: 'family',
  jobs: 'payload lease_owner last_error',
  labelled_examples: 'origin',
  ledger_corrections: 'reason',
  ledger_rows: 'reason',
  lot_attributes: 'word',
  lot_criteria: 'criteria source',
  lots: 'reference search_text material_source attributes hazards packaging vehicle removal ceding_right territory',
  match_computations: 'parts_centi',
  match_pairs: 'origin dismissed_reason',
  match_weights: 'weights',
  membership_requests: 'decision',
  needs: 'attributes search_text',
  notification_preferences: 'email',
  notifications: 'path',
  openid_attempts: 'payload',
  organisations: 'siret',
  outbox: 'payload',
  passkeys: 'transports',
  photo_blurs: 'zones',
  photo_sightings: 'sightings',
  programme_criteria: 'criteria',
  programme_fiches: 'materials topics',
  programme_materials: 'mime_type',
  programme_reports: 'figures',
  programme_reviews: 'scores',
  programme_workshops: 'audience',
  public_rules: 'rules',
  reports: 'reason',
  reservation_disputes: 'cause',
  saved_searches: 'subject query',
  settings: 'value',
  staged_wastes: 'family',
  table_versions: 'name',
  users: 'email',
  vocabulary_versions: 'entries',
  web_vitals: 'page',
  webhook_deliveries: 'event body last_fault',
  webhooks: 'events scope pause_reason',
}

export type Written = { table: string; column: string; isJson: boolean }

/** The columns that people fill, one by one. */
export const WRITTEN_COLUMNS: readonly Written[] = Object.entries(WRITTEN).flatMap(([table, names]) =>
  names.split(' ').map((name) => ({ table, column: name.replace('*', ''), isJson: name.endsWith('*') })),
)

/** Columns of texts of which this file does not say who makes them, and those it names that are gone. */
export function undecidedColumns(connection: Sqlite.Database): string[] {
  const texts = connection
    .prepare(
      `select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\\_\\_%' escape '\\'
         and lower(c.type) = 'text'
         and c.name not in (select "from" from pragma_foreign_key_list(t.name))`,
    )
    .pluck()
    .all() as string[]
  const decided = new Set([
    ...WRITTEN_COLUMNS.map(({ table, column }) => `${table}.${column}`),
    ...Object.entries(MADE_HERE).flatMap(([table, names]) =>
      names.split(' ').map((name) => `${table}.${name}`),
    ),
  ])
  return [
    ...texts.filter((name) => !decided.has(name) && !MADE.test(name.split('.')[1]!)),
    ...[...decided].filter((name) => !texts.includes(name)).map((name) => `${name}, which is gone`),
  ]
}

/** What a text becomes; `place` is the column's in `WRITTEN_COLUMNS`, `turn` counts its rows. */
export type Poison = (text: string, at: Written & { place: number; turn: number }) => string

/** Texts of the code among those of a JSON column: one word in small letters, a number, a day. */
const CODE = /^[a-z0-9_.:/-]*$/

/**
 * Rewrites every text of every column that people fill, past the checks and triggers of the product, as whoever found a
 * way around them might.
 * @returns the columns without a row that holds a text, which stay clean
 */
export function poison(connection: Sqlite.Database, poisoned: Poison): Written[] {
  return pastTheProduct(connection, () =>
    WRITTEN_COLUMNS.filter((written, place) => {
      const { table, column, isJson } = written
      let turn = 0
      const change = (text: string) => poisoned(text, { ...written, place, turn: turn++ })
      const rows = connection
        .prepare(
          `select ${PLACE.text} as at, "${column}" as text from "${table}" where "${column}" is not null`,
        )
        .all() as { at: unknown; text: string }[]
      const update = connection.prepare(`update "${table}" set "${column}" = ? where ${PLACE.is}`)
      for (const { at, text } of rows) {
        const now = isJson ? JSON.stringify(eachText(JSON.parse(text), change)) : change(text)
        // No text of PostgreSQL has NUL.
        update.run(isOnPostgres ? now.replaceAll('\0', '') : now, at)
      }
      return turn === 0
    }),
  )
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return CODE.test(value) ? value : change(value)
  if (Array.isArray(value)) return value.map((one: unknown) => eachText(one, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)]))
}
