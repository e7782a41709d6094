import { asc, count, eq, max, sql, type SQL } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { ledgerEntries, ledgerRows } from '~db/sqlite/accounting'
import { handovers, reservations } from '~db/sqlite/reservations'
import { groupOf } from '../model/shown-handover'
import { isTooFew, type LedgerKey } from '../model/suppression'
import { readAccountingSettings } from './settings.server'

/** A handover that the public is told nothing of, with what pooled totals of the whole Métropole add up. */
export type WithheldEntry = LedgerKey & {
  fromSiteId: string
  reservationId: string
  massG: number
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
}

export type Withholding = {
  /** The fewest handovers that a commune needs in a year for them to be told. */
  threshold: number
  entries: readonly WithheldEntry[]
  /** Whether what happened in a commune and a year is told: it has handovers enough that are in effect. */
  isTold: (of: Parameters<typeof groupOf>[0]) => boolean
}

/** What a process knows of a ledger: it holds while no row was added, the threshold stands and no other server took over. */
type Known = { epoch: number; seq: number; threshold: number; withholding: Promise<Withholding> }
const known = new WeakMap<Db, Known>()

/**
 * The handovers that no public figure counts, by the rule of `withheldOf`. Rows of the ledger are only ever added, so
 * that the highest number tells whether it is still the one that was last read.
 */
export async function readWithholding(): Promise<Withholding> {
  const epoch = databaseEpoch()
  const [{ publicThreshold: threshold }, last] = await Promise.all([
    readAccountingSettings(),
    reader()
      .select({ seq: max(ledgerRows.seq) })
      .from(ledgerRows),
  ])
  const seq = last[0]?.seq ?? 0
  const kept = known.get(reader())
  // Compared once the number is there: whoever answered it is of this epoch.
  const isSame = kept?.seq === seq && kept.threshold === threshold && kept.epoch === databaseEpoch()
  if (isSame) return kept.withholding
  const withholding = readAnew(threshold)
  known.set(reader(), { epoch, seq, threshold, withholding })
  return withholding
}

const group = sql<string>`${ledgerEntries.fromCommuneCode} || ' ' || substr(${ledgerEntries.handedOverOn}, 1, 4)`

async function readAnew(threshold: number): Promise<Withholding> {
  const groups = await reader()
    .select({ group, total: count() })
    .from(ledgerEntries)
    .groupBy(ledgerEntries.fromCommuneCode, sql`substr(${ledgerEntries.handedOverOn}, 1, 4)`)
  const told = new Set(groups.flatMap(({ group: of, total }) => (total >= threshold ? [of] : [])))
  const few = groups.flatMap(({ group: of, total }) => (isTooFew(total, threshold) ? [of] : []))
  return {
    threshold,
    entries: few.length === 0 ? [] : await listOf(few),
    isTold: (of) => told.has(groupOf(of)),
  }
}

async function listOf(groups: readonly string[]): Promise<WithheldEntry[]> {
  return reader()
    .select({
      seq: ledgerEntries.seq,
      fromCommuneCode: ledgerEntries.fromCommuneCode,
      toCommuneCode: ledgerEntries.toCommuneCode,
      handedOverOn: ledgerEntries.handedOverOn,
      fromSiteId: ledgerEntries.fromSiteId,
      reservationId: handovers.reservationId,
      massG: ledgerEntries.massG,
      netAvoidedGCo2e: ledgerEntries.netAvoidedGCo2e,
      netLowGCo2e: ledgerEntries.netLowGCo2e,
      netHighGCo2e: ledgerEntries.netHighGCo2e,
    })
    .from(ledgerEntries)
    .innerJoin(handovers, eq(handovers.id, ledgerEntries.handoverId))
    .where(sql`${group} in (select value from json_each(${JSON.stringify(groups)}))`)
    .orderBy(asc(ledgerEntries.seq))
}

/** Keeps rows of the ledger out of a sum or a list by their number, which every index holds; nothing to ask without any. */
export function without(withheld: readonly { seq: number }[]): SQL | undefined {
  if (withheld.length === 0) return undefined
  const numbers = JSON.stringify(withheld.map(({ seq }) => seq))
  return sql`${ledgerEntries.seq} not in (select cast(value as bigint) from json_each(${numbers}))`
}

/** Keeps those rows of the ledger alone. */
export function among(rows: readonly { seq: number }[]): SQL {
  return sql`${ledgerEntries.seq} in (select cast(value as bigint) from json_each(${JSON.stringify(rows.map(({ seq }) => seq))}))`
}

/** The same as `without` for what was granted of lots, by the reservations of the withheld handovers. */
export function withoutParts(withheld: readonly { reservationId: string }[]): SQL | undefined {
  if (withheld.length === 0) return undefined
  const ids = JSON.stringify(withheld.map(({ reservationId }) => reservationId))
  return sql`${reservations.id} not in (select value from json_each(${ids}))`
}
