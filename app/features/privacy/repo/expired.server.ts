import { sql, type SQL } from 'drizzle-orm'
import { ROW_PLACE } from '~/platform/dialects/catalogue.server'
import type { Tx } from '~/platform/transaction.server'
import { RETENTION, type RetentionKey } from '../model/retention'

/** Rows worked on by one transaction at most, so that nobody waits for it long. */
const MOST = 500

const OPEN_ONES = sql`'requested', 'accepted', 'scheduled', 'disputed'`

/** The rows of each rule that are past their term; `before` is now less the rule's days. */
const PAST: Readonly<Record<RetentionKey, (beforeMs: number, beforeDay: string) => SQL>> = {
  sessions: (before) => sql`expires_at_ms < ${before}`,
  links: (before) => sql`expires_at_ms < ${before}`,
  'act-links': (before) => sql`used_at_ms < ${before}`,
  contact: (before) => sql`handled_at_ms < ${before}`,
  notifications: (before) => sql`created_at_ms < ${before}`,
  outbox: (before) => sql`dispatched_at_ms < ${before} AND payload <> '{}'`,
  jobs: (before) => sql`status = 'done' AND done_at_ms < ${before} AND payload <> '{}'`,
  events: (before) => sql`at_ms < ${before} AND detail <> '{}'`,
  messages: (before) =>
    sql`sent_at_ms < ${before} AND text <> '' AND reservation_id NOT IN (SELECT id FROM reservations WHERE status IN (${OPEN_ONES}))`,
  drafts: (before) => sql`updated_at_ms < ${before}`,
  shares: (before) => sql`coalesce(revoked_at_ms, expires_at_ms) < ${before}`,
  seats: (_, beforeDay) =>
    sql`email <> '' AND workshop_id IN (SELECT id FROM programme_workshops WHERE on_day < ${beforeDay})`,
  webhooks: (before) => sql`created_at_ms < ${before}`,
}

/** What takes the place of what a row said. */
const CLEARED: Readonly<Partial<Record<RetentionKey, SQL>>> = {
  outbox: sql`payload = '{}'`,
  jobs: sql`payload = '{}', last_error = NULL`,
  events: sql`detail = '{}'`,
  messages: sql`text = ''`,
  seats: sql`name = '', email = ''`,
}

/** How many rows of a rule are past their term. */
export async function countPast(tx: Tx, key: RetentionKey, past: { beforeMs: number; beforeDay: string }) {
  const { table } = RETENTION[key]
  const where = PAST[key](past.beforeMs, past.beforeDay)
  const rows = await tx.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${sql.identifier(table)} WHERE ${where}`,
  )
  return rows[0]?.total ?? 0
}

/** Applies a rule to a part of what is past its term. @returns how many rows; fewer than 500 at the end */
export async function applyPast(tx: Tx, key: RetentionKey, past: { beforeMs: number; beforeDay: string }) {
  const { table } = RETENTION[key]
  const name = sql.identifier(table)
  const where = PAST[key](past.beforeMs, past.beforeDay)
  const some = sql`${ROW_PLACE} IN (SELECT ${ROW_PLACE} FROM ${name} WHERE ${where} LIMIT ${MOST})`
  const cleared = CLEARED[key]
  const done = await tx.run(
    cleared ? sql`UPDATE ${name} SET ${cleared} WHERE ${some}` : sql`DELETE FROM ${name} WHERE ${some}`,
  )
  return { rows: done.changes, isOver: done.changes < MOST }
}
