import { and, asc, count, desc, eq, gte, inArray, lt, max, sql, sum } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { isOpen as isOpenNeed } from '~/features/needs/queries.server'
import { isFound } from '~/features/lots/queries/open-lots.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { largerOf } from '~/platform/dialects/texts.server'
import { reader } from '~/platform/db.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { changes } from '~db/sqlite/platform'

/** What was handed over from a commune in a month (`YYYY-MM`), of one material. */
export type MonthlyFigure = {
  communeCode: string
  month: string
  material: MaterialType
  handovers: number
  massG: number
  /** Handovers that a factor supports, and what these avoid, transport deducted. */
  claims: number
  netAvoidedGCo2e: number
}

const month = sql<string>`substr(${ledgerEntries.handedOverOn}, 1, 7)`

/** The monthly figures of a commune, of all years or of a period, oldest first. */
export async function listMonthlyFigures(
  communeCode: string,
  period?: DayInterval,
): Promise<MonthlyFigure[]> {
  return reader()
    .select({
      communeCode: ledgerEntries.fromCommuneCode,
      month,
      material: ledgerEntries.material,
      handovers: count(),
      massG: sum(ledgerEntries.massG).mapWith(Number),
      claims: count(ledgerEntries.netAvoidedGCo2e),
      netAvoidedGCo2e: sql<number>`coalesce(sum(${ledgerEntries.netAvoidedGCo2e}), 0)`.mapWith(Number),
    })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.fromCommuneCode, communeCode),
        period && gte(ledgerEntries.handedOverOn, period.from),
        period && lt(ledgerEntries.handedOverOn, period.until),
      ),
    )
    .groupBy(ledgerEntries.fromCommuneCode, month, ledgerEntries.material)
    .orderBy(asc(month), asc(ledgerEntries.material))
}

/** What tells one state of some rows from another: a sequence that grows, and when it last did. */
export type Version = { seq: number; atMs: number | null }

/** The last change of records of these kinds. */
export async function lastChange(entities: readonly ('lot' | 'need' | 'organisation')[]): Promise<Version> {
  const rows = await reader()
    .select({ seq: changes.seq, atMs: changes.atMs })
    .from(changes)
    .where(inArray(changes.entity, [...entities]))
    .orderBy(desc(changes.seq))
    .limit(1)
  return rows[0] ?? { seq: 0, atMs: null }
}

/** The last handover that was entered. */
export async function lastEntry(): Promise<Version> {
  const rows = await reader()
    .select({ seq: max(ledgerEntries.seq), atMs: max(ledgerEntries.recordedAtMs) })
    .from(ledgerEntries)
  return { seq: rows[0]?.seq ?? 0, atMs: rows[0]?.atMs ?? null }
}

/** Addresses of one kind for search engines: what everyone sees, oldest first, from just after an id on. */
export async function listPublicIds(
  kind: 'lots' | 'needs',
  after: string,
  size: number,
): Promise<{ id: string; atMs: number }[]> {
  if (kind === 'lots') {
    return reader()
      .select({ id: lots.id, atMs: largerOf(lots.updatedAtMs, lots.publishedAtMs) })
      .from(lots)
      .where(and(isFound({}, VISITOR), sql`${lots.id} > ${after}`))
      .orderBy(asc(lots.id))
      .limit(size)
  }
  return reader()
    .select({ id: needs.id, atMs: largerOf(needs.updatedAtMs, needs.createdAtMs) })
    .from(needs)
    .where(and(isOpenNeed(), sql`${needs.id} > ${after}`))
    .orderBy(asc(needs.id))
    .limit(size)
}
