import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isGranted, SERVING_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { labelCodes, labelScans } from '~db/sqlite/labels'
import { lotDrafts, lots } from '~db/sqlite/lots'
import { reservations } from '~db/sqlite/reservations'
import type { BatchView, LabelView, ScanAct } from './model/label'

/** A label is on the lot it was made or claimed for; a draft it was claimed for becomes a lot under the same id. */
const isHeldBy = sql`coalesce(${labelCodes.lotId}, ${labelCodes.draftId})`

const labelView = {
  code: labelCodes.code,
  organisationId: labelCodes.organisationId,
  lotId: lots.id,
  lotOrganisationId: lots.organisationId,
  draftId: lotDrafts.id,
  item: labelCodes.item,
} as const

function selectLabels() {
  return reader()
    .select(labelView)
    .from(labelCodes)
    .leftJoin(lots, eq(lots.id, isHeldBy))
    .leftJoin(lotDrafts, eq(lotDrafts.id, labelCodes.draftId))
}

/** A label by its code, whoever asks: what it opens for them is for `labelTarget` to say. */
export async function findLabel(code: string): Promise<LabelView | null> {
  const rows = await selectLabels().where(eq(labelCodes.code, code)).limit(1)
  return rows[0] ?? null
}

/** The labels of lots, by lot: of the lot as a whole first, then piece by piece. */
export async function listLabelsOfLots(lotIds: readonly string[]): Promise<Map<string, LabelView[]>> {
  const byLot = new Map<string, LabelView[]>()
  if (lotIds.length === 0) return byLot
  const ids = [...lotIds]
  const rows = await selectLabels()
    .where(or(inArray(labelCodes.lotId, ids), inArray(labelCodes.draftId, ids)))
    .orderBy(asc(labelCodes.createdAtMs), asc(labelCodes.code))
  const ordered = rows.sort((a, b) => (a.item ?? 0) - (b.item ?? 0))
  for (const label of ordered) {
    if (label.lotId) byLot.set(label.lotId, [...(byLot.get(label.lotId) ?? []), label])
  }
  return byLot
}

/** The blank labels of a printing, claimed or not, in the order in which they were printed. */
export async function listLabelsOfBatch(organisationId: string, batchId: string): Promise<LabelView[]> {
  return selectLabels()
    .where(and(eq(labelCodes.batchId, batchId), eq(labelCodes.organisationId, organisationId)))
    .orderBy(asc(labelCodes.code))
}

/** Blank labels of an organisation that nothing holds, the last printed first. */
export async function listBlankLabels(organisationId: string, most: number): Promise<LabelView[]> {
  return selectLabels()
    .where(
      and(
        eq(labelCodes.organisationId, organisationId),
        isNull(labelCodes.lotId),
        isNull(lotDrafts.id),
        isNull(lots.id),
      ),
    )
    .orderBy(desc(labelCodes.createdAtMs), asc(labelCodes.code))
    .limit(most)
}

const MOST_BATCHES = 200

/** Printings of blank labels of an organisation with how many are claimed, the last printed first. */
export async function listBatches(organisationId: string): Promise<BatchView[]> {
  const { batchId, createdAtMs } = labelCodes
  const rows = await reader()
    .select({
      id: batchId,
      createdAtMs,
      count: count(),
      claimed: count(sql`coalesce(${lots.id}, ${lotDrafts.id})`),
    })
    .from(labelCodes)
    .leftJoin(lots, eq(lots.id, isHeldBy))
    .leftJoin(lotDrafts, eq(lotDrafts.id, labelCodes.draftId))
    .where(and(eq(labelCodes.organisationId, organisationId), isNotNull(batchId)))
    .groupBy(batchId, createdAtMs)
    .orderBy(desc(createdAtMs))
    .limit(MOST_BATCHES)
  return rows.flatMap(({ id, ...batch }) => (id === null ? [] : [{ id, ...batch }]))
}

/** The reservation of a lot that an organisation takes: one to be collected first, else one that was. */
export async function findTakenReservation(lotId: string, organisationId: string): Promise<string | null> {
  const rows = await reader()
    .select({ id: reservations.id, status: reservations.status })
    .from(reservations)
    .where(
      and(
        eq(reservations.lotId, lotId),
        eq(reservations.takerOrganisationId, organisationId),
        inArray(reservations.status, [...SERVING_STATUSES]),
      ),
    )
    .orderBy(desc(reservations.createdAtMs))
  return (rows.find(({ status }) => isGranted(status)) ?? rows[0])?.id ?? null
}

/** Longer than any day of the calendar in Paris, the one of 25 hours included. */
const A_DAY_MS = 26 * 3_600_000

/** Which labels of these were scanned for a reservation, or today for none. */
export async function listScanned(
  act: ScanAct,
  codes: readonly string[],
  scope: { reservationId: string } | 'today',
): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const now = nowMs()
  const isInScope =
    scope === 'today'
      ? and(isNull(labelScans.reservationId), gte(labelScans.atMs, now - A_DAY_MS))
      : eq(labelScans.reservationId, scope.reservationId)
  const rows = await reader()
    .select({ code: labelScans.code, atMs: labelScans.atMs })
    .from(labelScans)
    .where(and(eq(labelScans.act, act), inArray(labelScans.code, [...codes]), isInScope))
  const kept = scope === 'today' ? rows.filter(({ atMs }) => isoDayOf(atMs) === isoDayOf(now)) : rows
  return new Set(kept.map(({ code }) => code))
}
