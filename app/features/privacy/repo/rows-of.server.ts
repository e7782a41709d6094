import { sql, type SQL } from 'drizzle-orm'
import { INVENTORY, NOTED_TABLES, type KnownTable, type NotedTable } from '../model/inventory/inventory'
import type { Owner, TableNote } from '../model/inventory/note'
import type { Subject } from './subject'

/** The rows of a table that are the person's own, as a condition; null where the table has none of anybody. */
export function ownRows(table: KnownTable, subject: Subject): SQL | null {
  return anyOf(noteOf(table).owners.map((owner) => ownedBy(owner, subject)))
}

/** The rows that name the person by their id, whoever's they are. */
export function namedRows({ columns }: NotedTable, { userId }: Subject): SQL | null {
  const links = columns.filter(({ column, category }) => category === 'link' && column.endsWith('user_id'))
  return anyOf(links.map(({ column }) => sql`${sql.identifier(column)} = ${userId}`))
}

/** Tables whose rows are found by rows of others come first, so that these still stand when they are asked for. */
export const CHILDREN_FIRST: readonly NotedTable[] = [...NOTED_TABLES].sort(
  (a, b) => depthOf(b.table) - depthOf(a.table),
)

function depthOf(table: KnownTable): number {
  const parents = noteOf(table).owners.flatMap((owner) => ('within' in owner ? [owner.within[1]] : []))
  return Math.max(0, ...parents.map((parent) => 1 + depthOf(parent as KnownTable)))
}

function noteOf(table: KnownTable): TableNote {
  return INVENTORY[table]
}

function ownedBy(owner: Owner, subject: Subject): SQL {
  if ('user' in owner) return sql`${sql.identifier(owner.user)} = ${subject.userId}`
  if ('email' in owner) return sql`${sql.identifier(owner.email)} = ${subject.email}`
  if ('mentions' in owner) return mentions(owner.mentions, subject.marks)
  if ('about' in owner) {
    const written = sql`SELECT reservation_id FROM reservation_messages WHERE user_id = ${subject.userId}`
    return sql`(kind = 'reservation.message' AND replace(${sql.identifier(owner.about)}, '/reservations/', '') IN (${written}))`
  }
  if ('organisation' in owner) {
    const ids = JSON.stringify(subject.organisationIds)
    return sql`${sql.identifier(owner.organisation)} IN (SELECT value FROM json_each(${ids}))`
  }
  const [column, parent, key] = owner.within
  const rows = ownRows(parent as KnownTable, subject) ?? sql`1 = 0`
  return sql`${sql.identifier(column)} IN (SELECT ${sql.identifier(key)} FROM ${sql.identifier(parent)} WHERE ${rows})`
}

/** Whether a column of JSON holds one of the marks, as JSON writes it. */
export function mentions(column: string, marks: readonly string[]): SQL {
  const written = JSON.stringify(marks.map((mark) => JSON.stringify(mark).slice(1, -1)))
  return sql`EXISTS (SELECT 1 FROM json_each(${written}) AS mark WHERE instr(${sql.identifier(column)}, mark.value) > 0)`
}

function anyOf(conditions: readonly SQL[]): SQL | null {
  return conditions.length === 0 ? null : sql`(${sql.join([...conditions], sql` OR `)})`
}
