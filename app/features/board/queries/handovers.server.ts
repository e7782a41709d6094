import {
  and,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lte,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import { selectLedger, type LeftOut } from '~/features/accounting/queries.server'
import { among, without } from '~/features/accounting/queries/withheld.server'
import { reader } from '~/platform/db.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { sites } from '~db/sqlite/sites'
import type { BoardPeriod } from '../model/board-period'
import type { FlowSide } from '../model/flow-side'
import { monthOf, type HandoverFilters } from '../model/handover-list'
import type { Perimeter } from '../model/perimeter'
import { ending, sitesOf, surveyed } from './cohort.server'
import { during, fromHere, toHere } from './ledger-sums.server'

type Of = Pick<Perimeter, 'kind' | 'communeCodes'>
/** The ends of a flow that a list keeps; null for any. */
export type FlowEnds = { from: FlowSide | null; to: FlowSide | null }

const ANY_ENDS: FlowEnds = { from: null, to: null }

export type ListedOf = { perimeter: Of; period: BoardPeriod; filters: HandoverFilters; ends?: FlowEnds }

/** How many handovers are behind a figure of a board, and their mass in grams: what the figure adds up. */
export async function sumListed(
  listed: ListedOf,
  leftOut: LeftOut,
): Promise<{ count: number; massG: number }> {
  return sumOf(and(behind(listed), without(leftOut)))
}

/** How many of some rows are behind a figure. */
export async function countAmong(listed: ListedOf, rows: LeftOut): Promise<number> {
  if (rows.length === 0) return 0
  return (await sumOf(and(behind(listed), among(rows)))).count
}

/** The handovers behind a figure, the last of the ledger first: those of a page, or all. */
export async function listListed(
  listed: ListedOf,
  leftOut: LeftOut,
  part?: { limit: number; offset: number },
): Promise<LedgerRow[]> {
  const query = selectLedger()
    .where(and(behind(listed), without(leftOut)))
    .orderBy(desc(ledgerEntries.seq))
  return part ? query.limit(part.limit).offset(part.offset) : query
}

async function sumOf(where: SQL | undefined): Promise<{ count: number; massG: number }> {
  const rows = await reader()
    .select({
      count: count(),
      massG: sql<number>`coalesce(sum(${ledgerEntries.massG}), 0)`.mapWith(Number),
    })
    .from(ledgerEntries)
    .innerJoin(sites, eq(sites.id, ledgerEntries.fromSiteId))
    .where(where)
  return rows[0] ?? { count: 0, massG: 0 }
}

/** The same conditions as the sums of the figures, so that the list adds up to them. */
function behind({ perimeter, period, filters, ends = ANY_ENDS }: ListedOf): SQL | undefined {
  const month = monthOf(period, filters)
  return and(
    ofScope(perimeter, period.interval, filters.perimetre),
    month ? during(month) : undefined,
    filters.famille ? eq(ledgerEntries.material, filters.famille) : undefined,
    filters.hors?.length ? notInArray(ledgerEntries.material, filters.hors) : undefined,
    atSide(ledgerEntries.fromCommuneCode, ends.from),
    atSide(ledgerEntries.toCommuneCode, ends.to),
  )
}

function atSide(
  column: typeof ledgerEntries.fromCommuneCode | typeof ledgerEntries.toCommuneCode,
  side: FlowSide | null,
): SQL | undefined {
  if (side === null) return undefined
  if (side === 'unknown') return isNull(column)
  const codes = [...side.codes]
  return side.isIn ? inArray(column, codes) : and(isNotNull(column), notInArray(column, codes))
}

/** A great circle of this many metres is near. */
const NEAR_M = 10_000

function ofScope(perimeter: Of, interval: DayInterval, scope: HandoverFilters['perimetre']): SQL | undefined {
  const inCohort = and(ending(interval), surveyed)
  if (scope === 'entrant') return and(during(interval), toHere(perimeter))
  if (scope === 'taux') return and(inCohort, sitesOf(perimeter))
  if (scope === 'hors-taux') return and(during(interval), sitesOf(perimeter), sql`not (${inCohort})`)
  const given = and(during(interval), fromHere(perimeter))
  if (scope === 'proches') return and(given, lte(ledgerEntries.straightM, NEAR_M))
  if (scope === 'sur-place') return and(given, toHere(perimeter))
  if (scope === 'echanges' && perimeter.kind !== 'metropole')
    return and(during(interval), or(fromHere(perimeter), toHere(perimeter)))
  return given
}
