import { LIVE_STATUSES } from '~/core/reservation-status'
import { and, eq, gte, inArray, isNotNull, isNull, lte, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { events } from '~db/sqlite/platform'
import { lotAttributes, lotDrafts, lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import { attributeRowsOf } from './model/attribute-rows'
import type { LotHolds } from './model/lot-change'

export type LotRow = typeof lots.$inferSelect

/** Inserts a lot with the rows that a search reads its attributes from. */
export async function insertLot(tx: Tx, lot: LotRow): Promise<void> {
  await tx.insert(lots).values(lot)
  await writeAttributes(tx, lot)
}

/** The columns that a giver may change of a published lot. */
export type LotChange = Omit<
  LotRow,
  | 'id'
  | 'reference'
  | 'organisationId'
  | 'availableMilli'
  | 'status'
  | 'publishedAtMs'
  | 'createdAtMs'
  | 'updatedAtMs'
>

/**
 * Changes an organisation's own lot in one conditional update: its quantity still covers what is held, and while
 * something is held its material, unit and site stay. Says whether it did.
 */
export async function updateLot(
  tx: Tx,
  { id, organisationId }: Pick<LotRow, 'id' | 'organisationId'>,
  change: LotChange & Pick<LotRow, 'updatedAtMs'>,
): Promise<boolean> {
  const heldMilli = sql`(${lots.quantityMilli} - ${lots.availableMilli})`
  const isSameGood = and(
    eq(lots.material, change.material),
    eq(lots.unit, change.unit),
    eq(lots.siteId, change.siteId),
  )
  const changed = await tx
    .update(lots)
    .set({ ...change, availableMilli: sql`${change.quantityMilli} - ${heldMilli}` })
    .where(
      and(
        eq(lots.id, id),
        eq(lots.organisationId, organisationId),
        lte(heldMilli, change.quantityMilli),
        or(eq(lots.availableMilli, lots.quantityMilli), isSameGood),
      ),
    )
    .returning({ id: lots.id })
  if (changed.length === 0) return false
  await writeAttributes(tx, { id, ...change })
  return true
}

/** What reservations hold of a lot now. */
export async function findHolds(tx: Tx, lot: LotRow): Promise<LotHolds> {
  const awaited = await tx
    .select({ pickupOn: reservations.pickupOn })
    .from(reservations)
    .where(and(eq(reservations.lotId, lot.id), inArray(reservations.status, [...LIVE_STATUSES])))
  return {
    heldMilli: lot.quantityMilli - lot.availableMilli,
    isAwaited: awaited.length > 0,
    pickups: awaited.flatMap(({ pickupOn }) => pickupOn ?? []),
  }
}

/** Makes `lot_attributes` say what the lot's own column says. */
async function writeAttributes(tx: Tx, lot: Pick<LotRow, 'id' | 'material' | 'attributes'>): Promise<void> {
  await tx.delete(lotAttributes).where(eq(lotAttributes.lotId, lot.id))
  const rows = attributeRowsOf(lot)
  if (rows.length > 0) await tx.insert(lotAttributes).values(rows)
}

export async function findLot(tx: Tx, id: string): Promise<LotRow | null> {
  const rows = await tx.select().from(lots).where(eq(lots.id, id)).limit(1)
  return rows[0] ?? null
}

export async function isReferenceTaken(tx: Tx, reference: string): Promise<boolean> {
  const rows = await tx.select({ id: lots.id }).from(lots).where(eq(lots.reference, reference)).limit(1)
  return rows.length > 0
}

/**
 * Takes a part of a published lot's stock if that much is free, the lot may be taken so (`least-take.ts`) and its
 * organisation is open, in one conditional update; says whether it did.
 */
export async function takeStock(tx: Tx, lotId: string, quantityMilli: number): Promise<boolean> {
  const closed = tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.suspendedAtMs))
  const taken = await tx
    .update(lots)
    .set({ availableMilli: sql`${lots.availableMilli} - ${quantityMilli}` })
    .where(
      and(
        eq(lots.id, lotId),
        eq(lots.status, 'published'),
        gte(lots.availableMilli, quantityMilli),
        or(
          eq(lots.availableMilli, quantityMilli),
          and(eq(lots.isWhole, false), or(isNull(lots.minTakeMilli), lte(lots.minTakeMilli, quantityMilli))),
        ),
        notInArray(lots.organisationId, closed),
      ),
    )
    .returning({ id: lots.id })
  return taken.length === 1
}

/** Puts a held part back. */
export async function returnStock(tx: Tx, lotId: string, quantityMilli: number): Promise<void> {
  await tx
    .update(lots)
    .set({ availableMilli: sql`${lots.availableMilli} + ${quantityMilli}` })
    .where(eq(lots.id, lotId))
}

/** Changes the status of an organisation's own lot; says whether it was theirs. */
export async function setLotStatus(
  tx: Tx,
  organisationId: string,
  lotId: string,
  status: LotRow['status'],
): Promise<boolean> {
  const changed = await tx
    .update(lots)
    .set({ status })
    .where(and(eq(lots.id, lotId), eq(lots.organisationId, organisationId)))
    .returning({ id: lots.id })
  return changed.length === 1
}

type StagedRow = Pick<LotRow, 'id' | 'publicFrom' | 'territoryCode' | 'territoryFrom' | 'publishedAtMs'>

/**
 * Published lots that became public, or that their territory came to see, between two days, and of which no event of
 * this kind tells yet.
 */
export async function listLotsReaching(
  tx: Tx,
  stage: 'territory' | 'public',
  kind: string,
  between: { from: string; to: string },
): Promise<StagedRow[]> {
  const { id, publicFrom, territoryCode, territoryFrom, publishedAtMs } = lots
  const day = stage === 'public' ? lots.publicFrom : lots.territoryFrom
  const told = tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.entity, 'lot'), eq(events.entityId, lots.id), eq(events.kind, kind)))
  return tx
    .select({ id, publicFrom, territoryCode, territoryFrom, publishedAtMs })
    .from(lots)
    .where(and(eq(lots.status, 'published'), gte(day, between.from), lte(day, between.to), notExists(told)))
}

/** The answers of every lot being written. */
export async function listDraftAnswers(tx: Tx): Promise<Record<string, string | string[]>[]> {
  const rows = await tx.select({ answers: lotDrafts.answers }).from(lotDrafts)
  return rows.map(({ answers }) => answers)
}
