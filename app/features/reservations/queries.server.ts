import { aliasedTable, and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { isGranted, isHandedOver } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { pickupOffers } from '~db/sqlite/arrangements'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import { handoverConfirmations, handovers, reservations } from '~db/sqlite/reservations'
import { events } from '~db/sqlite/platform'
import { sites } from '~db/sqlite/sites'
import { users } from '~db/sqlite/identity'
import { isDecisionCriterion } from './model/criteria'
import { DISPUTE_CAUSES, SETTLEMENTS } from './model/dispute'
import { handoverState, type Confirmation } from './model/handover'
import type { Slot } from './model/pickup'
import {
  TIMELINE_KINDS,
  type HandoverView,
  type PickupPlace,
  type ReservationView,
  type TimelineEntry,
} from './model/reservation-view'
import { sideOf } from './model/side'

export type { ReservationView }

const giver = aliasedTable(organisations, 'giver')
const taker = aliasedTable(organisations, 'taker')

const reservationView = {
  id: reservations.id,
  status: reservations.status,
  quantityMilli: reservations.quantityMilli,
  message: reservations.message,
  decisionReason: reservations.decisionReason,
  matchScore: reservations.matchScore,
  createdAtMs: reservations.createdAtMs,
  expiresAtMs: reservations.expiresAtMs,
  pickupOn: reservations.pickupOn,
  pickupPart: reservations.pickupPart,
  pickupProposedBy: reservations.pickupProposedBy,
  pickupAgreedAtMs: reservations.pickupAgreedAtMs,
  offerCount: sql<number>`(select count(*) from ${pickupOffers} where ${pickupOffers.reservationId} = ${reservations.id})`,
  giverOrganisationId: reservations.giverOrganisationId,
  giverName: giver.name,
  takerOrganisationId: reservations.takerOrganisationId,
  takerName: taker.name,
  takerCommuneCode: reservations.takerCommuneCode,
  lotId: lots.id,
  lotReference: lots.reference,
  lotTitle: lots.title,
  lotUnit: lots.unit,
  lotMassG: lots.massG,
  lotMassEstimated: lots.massEstimated,
  lotQuantityMilli: lots.quantityMilli,
  availableFrom: lots.availableFrom,
  availableUntil: lots.availableUntil,
  storageUntil: lots.storageUntil,
  lotCommuneCode: lots.communeCode,
  lotCommuneName: communes.name,
  material: lots.material,
  needId: reservations.needId,
  needTitle: needs.title,
  siteId: lots.siteId,
} as const

export function selectReservations() {
  return reader()
    .select(reservationView)
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(communes, eq(communes.code, lots.communeCode))
    .innerJoin(giver, eq(giver.id, reservations.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, reservations.takerOrganisationId))
    .leftJoin(needs, eq(needs.id, reservations.needId))
}

/** Reservations an organisation gives or takes, newest first. */
export async function listReservationsOf(organisationId: string): Promise<ReservationView[]> {
  return selectReservations()
    .where(
      or(
        eq(reservations.giverOrganisationId, organisationId),
        eq(reservations.takerOrganisationId, organisationId),
      ),
    )
    .orderBy(desc(reservations.createdAtMs))
    .limit(500)
}

export async function findReservationView(id: string): Promise<ReservationView | null> {
  const rows = await selectReservations().where(eq(reservations.id, id)).limit(1)
  return rows[0] ?? null
}

/** What both sides have signed of a reservation. */
export async function findHandover(reservationId: string): Promise<HandoverView> {
  const signed = await reader()
    .select({
      side: handoverConfirmations.side,
      massG: handoverConfirmations.massG,
      signedName: handoverConfirmations.signedName,
      drawing: handoverConfirmations.drawing,
      onSide: handoverConfirmations.onSide,
      atMs: handoverConfirmations.atMs,
      receivedAtMs: handoverConfirmations.receivedAtMs,
    })
    .from(handoverConfirmations)
    .where(eq(handoverConfirmations.reservationId, reservationId))
  const completed = await reader()
    .select({
      id: handovers.id,
      handedOverOn: handovers.handedOverOn,
      massG: handovers.massG,
      quantityMilli: handovers.quantityMilli,
      legalStatus: handovers.legalStatus,
      sortingOperator: handovers.sortingOperator,
      sortedOn: handovers.sortedOn,
      sortingEvidence: handovers.sortingEvidence,
      doneAtMs: sql<number>`coalesce(${handovers.doneAtMs}, ${handovers.completedAtMs})`,
      receivedAtMs: handovers.completedAtMs,
    })
    .from(handovers)
    .where(eq(handovers.reservationId, reservationId))
    .limit(1)
  const confirmations = signed.map((one) => ({ ...one, onSide: one.onSide ?? one.side }))
  return { state: handoverState(confirmations), confirmations, handover: completed[0] ?? null }
}

/** What has been signed of several reservations, by reservation. */
export async function listConfirmationsOf(
  reservationIds: readonly string[],
): Promise<Map<string, Confirmation[]>> {
  const byReservation = new Map<string, Confirmation[]>()
  if (reservationIds.length === 0) return byReservation
  const rows = await reader()
    .select({
      reservationId: handoverConfirmations.reservationId,
      side: handoverConfirmations.side,
      massG: handoverConfirmations.massG,
      signedName: handoverConfirmations.signedName,
    })
    .from(handoverConfirmations)
    .where(inArray(handoverConfirmations.reservationId, [...reservationIds]))
  for (const { reservationId, ...confirmation } of rows) {
    byReservation.set(reservationId, [...(byReservation.get(reservationId) ?? []), confirmation])
  }
  return byReservation
}

/** Where the lot is collected: for the two parties of a granted reservation; null to everyone else. */
export async function findPickupPlace(
  view: ReservationView,
  organisationId: string,
): Promise<PickupPlace | null> {
  if (!isGranted(view.status) && !isHandedOver(view.status)) return null
  if (sideOf(view, organisationId) === null) return null
  const rows = await reader()
    .select({
      siteName: sites.name,
      address: sites.address,
      lat: sites.lat,
      lon: sites.lon,
      access: sites.access,
      contactName: sites.contactName,
      contactPhone: sites.contactPhone,
    })
    .from(sites)
    .where(eq(sites.id, view.siteId))
    .limit(1)
  return rows[0] ?? null
}

/** What happened to a reservation, in the order in which it was written. */
export async function listTimeline(reservationId: string): Promise<TimelineEntry[]> {
  const rows = await reader()
    .select({ kind: events.kind, atMs: events.atMs, who: users.name, detail: events.detail })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorUserId))
    .where(and(eq(events.entity, 'reservation'), eq(events.entityId, reservationId)))
    .orderBy(asc(events.atMs), sql`${events}.rowid`)
  return rows.flatMap(({ kind, atMs, who, detail }) => {
    const known = TIMELINE_KINDS.find((name) => name === kind)
    return known ? [{ kind: known, atMs, who, ...detailOf(detail) }] : []
  })
}

function detailOf(detail: Record<string, unknown>) {
  const { criterion, reason, massG, on, part, onSide, signedName, cause, outcome, doneAtMs } = detail
  return {
    criterion: isDecisionCriterion(criterion) ? criterion : null,
    reason: typeof reason === 'string' ? reason : null,
    massG: typeof massG === 'number' ? massG : null,
    slot: slotOf(on, part),
    signedElsewhere: typeof onSide === 'string' && typeof signedName === 'string' ? signedName : null,
    cause: DISPUTE_CAUSES.find((name) => name === cause) ?? null,
    outcome: SETTLEMENTS.find((name) => name === outcome) ?? null,
    doneAtMs: typeof doneAtMs === 'number' ? doneAtMs : null,
  }
}

function slotOf(on: unknown, part: unknown): Slot | null {
  if (typeof on !== 'string') return null
  return part === 'morning' || part === 'afternoon' ? { on, part } : null
}

/** Requests whose time to be answered has run out. */
export async function listOverdueRequests(nowMs: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: reservations.id })
    .from(reservations)
    .where(and(eq(reservations.status, 'requested'), lt(reservations.expiresAtMs, nowMs)))
    .limit(200)
  return rows.map((row) => row.id)
}

export type CompletedHandover = {
  handoverId: string
  reservationId: string
  handedOverOn: string
  massG: number
  material: (typeof lots.$inferSelect)['material']
  fromSiteId: string
  fromCommuneCode: string
  toCommuneCode: string | null
}

/** What the accounting needs of a completed handover. */
export async function findCompletedHandover(handoverId: string): Promise<CompletedHandover | null> {
  const rows = await reader()
    .select({
      handoverId: handovers.id,
      reservationId: handovers.reservationId,
      handedOverOn: handovers.handedOverOn,
      massG: handovers.massG,
      material: lots.material,
      fromSiteId: lots.siteId,
      fromCommuneCode: lots.communeCode,
      toCommuneCode: reservations.takerCommuneCode,
    })
    .from(handovers)
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .where(eq(handovers.id, handoverId))
    .limit(1)
  return rows[0] ?? null
}
