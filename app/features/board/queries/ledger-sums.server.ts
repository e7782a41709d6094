import { and, count, gte, inArray, lt, or, sql, sum, type SQL } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import type { LeftOut } from '~/features/accounting/queries.server'
import { without } from '~/features/accounting/queries/withheld.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import type { Buckets } from '../model/board-period'
import type { DatedSum } from '../model/family-steps'
import type { PairSum } from '../model/flows'
import type { Perimeter } from '../model/perimeter'

/** Whose sums are asked. PostgreSQL tells groups in no order, and in another after a write: each sum orders its own. */
type Of = Pick<Perimeter, 'kind' | 'communeCodes'>

const massG = sql<number>`coalesce(sum(${ledgerEntries.massG}), 0)`.mapWith(Number)
const netG = sql<number>`coalesce(sum(${ledgerEntries.netAvoidedGCo2e}), 0)`.mapWith(Number)

/** A row of before ranges were kept counts its net for both ends. */
function netEnd(end: typeof ledgerEntries.netLowGCo2e | typeof ledgerEntries.netHighGCo2e) {
  return sql<number>`coalesce(sum(coalesce(${end}, ${ledgerEntries.netAvoidedGCo2e})), 0)`.mapWith(Number)
}

/** Nothing to ask for the whole Métropole: its ledger is all there is. */
export function fromHere({ kind, communeCodes }: Of): SQL | undefined {
  return kind === 'metropole' ? undefined : inArray(ledgerEntries.fromCommuneCode, communeCodes)
}

export function toHere({ communeCodes }: Of): SQL | undefined {
  return inArray(ledgerEntries.toCommuneCode, communeCodes)
}

export function during({ from, until }: DayInterval): SQL | undefined {
  return and(gte(ledgerEntries.handedOverOn, from), lt(ledgerEntries.handedOverOn, until))
}

/** Days for charts by weeks, first days of months for the others: as few groups as the chart needs. */
function stepDay({ unit }: Buckets): SQL<string> {
  return unit === 'week'
    ? sql<string>`${ledgerEntries.handedOverOn}`
    : sql<string>`substr(${ledgerEntries.handedOverOn}, 1, 7) || '-01'`
}

export type StepSum = DatedSum & {
  /** Net emissions, grams CO2e, with their range; what has no claim adds nothing. */
  netG: number
  lowG: number
  highG: number
  claims: number
  nearG: number
  taken: { massG: number; count: number }
}

/** What a perimeter handed over, by step and material, with what is claimed, what stayed within 10 km and what a known commune took. */
export async function sumHandedOver(
  of: Of,
  period: DayInterval,
  { buckets, leftOut }: { buckets: Buckets; leftOut: LeftOut },
): Promise<StepSum[]> {
  const day = stepDay(buckets)
  const rows = await reader()
    .select({
      day,
      material: ledgerEntries.material,
      massG,
      count: count(),
      claims: count(ledgerEntries.netAvoidedGCo2e),
      netG,
      lowG: netEnd(ledgerEntries.netLowGCo2e),
      highG: netEnd(ledgerEntries.netHighGCo2e),
      takenG:
        sql<number>`coalesce(sum(case when ${ledgerEntries.toCommuneCode} is null then 0 else ${ledgerEntries.massG} end), 0)`.mapWith(
          Number,
        ),
      takenCount: count(ledgerEntries.toCommuneCode),
      nearG:
        sql<number>`coalesce(sum(case when ${ledgerEntries.straightM} <= 10000 then ${ledgerEntries.massG} else 0 end), 0)`.mapWith(
          Number,
        ),
    })
    .from(ledgerEntries)
    .where(and(during(period), fromHere(of), without(leftOut)))
    .groupBy(day, ledgerEntries.material)
    .orderBy(day, ledgerEntries.material)
  return rows.map(({ takenG, takenCount, ...row }) => ({
    ...row,
    day: inPeriod(row.day, period),
    taken: { massG: takenG, count: takenCount },
  }))
}

/** The month that a period begins in starts with the period. */
function inPeriod(day: string, { from }: DayInterval): string {
  return day < from ? from : day
}

export type IncomingSum = { day: string; massG: number; count: number }

/** What the projects of a perimeter took in, wherever it came from, by step. */
export async function sumIncoming(
  of: Of,
  period: DayInterval,
  { buckets, leftOut }: { buckets: Buckets; leftOut: LeftOut },
): Promise<IncomingSum[]> {
  const day = stepDay(buckets)
  const rows = await reader()
    .select({ day, massG, count: count() })
    .from(ledgerEntries)
    .where(and(during(period), toHere(of), without(leftOut)))
    .groupBy(day)
    .orderBy(day)
  return rows.map((row) => ({ ...row, day: inPeriod(row.day, period) }))
}

/** What went between communes, where one of the two belongs to the perimeter. */
export async function sumPairs(of: Of, period: DayInterval, leftOut: LeftOut): Promise<PairSum[]> {
  const touching = of.kind === 'metropole' ? undefined : or(fromHere(of), toHere(of))
  return reader()
    .select({ from: ledgerEntries.fromCommuneCode, to: ledgerEntries.toCommuneCode, massG, count: count() })
    .from(ledgerEntries)
    .where(and(during(period), touching, without(leftOut)))
    .groupBy(ledgerEntries.fromCommuneCode, ledgerEntries.toCommuneCode)
    .orderBy(ledgerEntries.fromCommuneCode, ledgerEntries.toCommuneCode)
}

/** What each commune handed over during a period. */
export const sumByCommune = keptWhile(['ledger_rows'], async (period: DayInterval, leftOut: LeftOut) =>
  reader()
    .select({
      code: ledgerEntries.fromCommuneCode,
      massG: sum(ledgerEntries.massG).mapWith(Number),
      count: count(),
    })
    .from(ledgerEntries)
    .where(and(during(period), without(leftOut)))
    .groupBy(ledgerEntries.fromCommuneCode)
    .orderBy(ledgerEntries.fromCommuneCode),
)

/** The day of the last handover of a perimeter that its reader is told, in any period; null without any. */
export const findLastHandover = keptWhile(
  ['ledger_rows'],
  async (of: Of, leftOut: LeftOut): Promise<string | null> => {
    const rows = await reader()
      .select({ day: sql<string | null>`max(${ledgerEntries.handedOverOn})` })
      .from(ledgerEntries)
      .where(and(fromHere(of), without(leftOut)))
    return rows[0]?.day ?? null
  },
)
