import { MILLI } from '~/core/units'
import { massOfPart } from '~/features/lots/model/lot'
import { REQUEST_DAYS, type ReservationStatus } from '~/features/reservations/model/machine'
import { drawingOf } from '~/features/reservations/model/signature'
import type { Dice } from '../dice'
import {
  makeConfirmation,
  makeHandover,
  makeReservation,
  type ReservationRow,
} from '../factories/reservation'
import { ACCEPT_REASONS, CANCEL_REASONS, REFUSE_REASONS, REQUEST_MESSAGES } from '../words/sentences'
import { scoreOf } from './fit'
import type { PlannedNeed } from './needs'
import { arrangeAccepted, arrangeCollected, proposeWithRequest } from './pickups'
import { dayOf, instantOf, note, type Party, type PlannedLot, type World } from './world'

/** A reservation to be: days are counted from the base day and never after −1. */
export type Draft = {
  lot: PlannedLot
  taker: Party
  need: PlannedNeed | null
  takerCommuneCode: string
  quantityMilli: number
  requestedOn: number
}

/** A part of what is free of a lot, in the steps of its product; 0 when nothing is. */
export function partOf({ row, product }: PlannedLot, share: number): number {
  const step = product.step * MILLI
  const wanted = Math.max(step, Math.round((row.quantityMilli * share) / step) * step)
  return Math.min(wanted, row.availableMilli)
}

/** A request that waits for its answer, its stock held. */
export function addRequest(world: World, dice: Dice, draft: Draft): ReservationRow {
  const row = holdFor(world, dice, draft)
  proposeWithRequest(world, dice, draft, row)
  return row
}

function holdFor(world: World, dice: Dice, draft: Draft): ReservationRow {
  const { lot, taker, need } = draft
  const createdAtMs = instantOf(world, draft.requestedOn, dice.int(0, 300))
  const row = makeReservation({
    id: dice.id(createdAtMs),
    lotId: lot.row.id,
    needId: need?.row.id ?? null,
    giverOrganisationId: lot.row.organisationId,
    takerOrganisationId: taker.organisation.id,
    takerCommuneCode: draft.takerCommuneCode,
    takerSiteId: need?.row.siteId ?? null,
    quantityMilli: draft.quantityMilli,
    message: dice.pick(REQUEST_MESSAGES),
    requestedByUserId: taker.user.id,
    matchScore: need && scoreOf(world, lot, need),
    createdAtMs,
  })
  lot.row.availableMilli -= draft.quantityMilli
  if (lot.row.availableMilli < 0) throw new Error(`More is held of ${lot.row.reference} than there is`)
  world.rows.reservations.push(row)
  const by = { actorUserId: taker.user.id, atMs: createdAtMs }
  const detail = { quantityMilli: draft.quantityMilli }
  note(world, { entity: 'reservation', entityId: row.id, kind: 'requested', ...by, detail })
  note(world, { entity: 'lot', entityId: lot.row.id, kind: 'held', ...by })
  return row
}

/** A request that the giver accepted some days later; it counts towards its need. */
export function addAccepted(world: World, dice: Dice, draft: Draft, decidedOn: number): ReservationRow {
  const row = acceptOf(world, dice, draft, decidedOn)
  arrangeAccepted(world, dice, draft, row)
  return row
}

function acceptOf(world: World, dice: Dice, draft: Draft, decidedOn: number): ReservationRow {
  const row = holdFor(world, dice, draft)
  const decidedAtMs = instantOf(world, decidedOn, dice.int(310, 480))
  move(world, row, 'accepted', decidedAtMs, draft.lot.site.owner.user.id, dice.pick(ACCEPT_REASONS))
  const { need } = draft
  if (need) need.row.openMilli = Math.max(0, need.row.openMilli - draft.quantityMilli)
  return row
}

/** A request that was refused, cancelled or left unanswered: its stock is free again. */
export function addEnded(
  world: World,
  dice: Dice,
  draft: Draft,
  status: 'refused' | 'cancelled' | 'expired',
): ReservationRow {
  const row = holdFor(world, dice, draft)
  const giver = draft.lot.site.owner.user.id
  if (status === 'expired') {
    move(world, row, status, row.createdAtMs + REQUEST_DAYS * 86_400_000 + 60_000, null)
  } else {
    const decidedAtMs = instantOf(world, Math.min(-1, draft.requestedOn + dice.int(1, 5)), dice.int(310, 480))
    const isRefused = status === 'refused'
    const reason = dice.pick(isRefused ? REFUSE_REASONS : CANCEL_REASONS)
    move(world, row, status, decidedAtMs, isRefused ? giver : draft.taker.user.id, reason)
  }
  draft.lot.row.availableMilli += draft.quantityMilli
  note(world, {
    entity: 'lot',
    entityId: draft.lot.row.id,
    kind: 'freed',
    actorUserId: status === 'refused' ? giver : null,
    atMs: row.decidedAtMs!,
  })
  return row
}

/** Every so many handovers one is signed without a network, and arrives the next day. */
const OFFLINE_EVERY = 9
const LATER_MS = 19 * 3_600_000

/** An accepted reservation that both sides signed for the same mass on a day. */
export function addCollected(
  world: World,
  dice: Dice,
  draft: Draft,
  days: { decidedOn: number; handedOverOn: number },
): ReservationRow {
  const row = acceptOf(world, dice, draft, days.decidedOn)
  arrangeCollected(world, dice, draft, row, days)
  const massG = weighedMassG(dice, draft.lot, draft.quantityMilli)
  const signedAtMs = instantOf(world, days.handedOverOn, dice.int(490, 560))
  const doneAtMs = signedAtMs + dice.int(2, 45) * 60_000
  const isOffline = world.rows.handovers.length % OFFLINE_EVERY === 1 && days.handedOverOn < -2
  const completedAtMs = isOffline ? doneAtMs + LATER_MS : doneAtMs
  const arrival = isOffline ? { receivedAtMs: completedAtMs } : {}
  addSignature(world, draft, row, { side: 'giver', massG, atMs: signedAtMs, ...arrival })
  addSignature(world, draft, row, { side: 'taker', massG, atMs: doneAtMs, ...arrival })
  world.rows.handovers.push(
    makeHandover({
      id: dice.id(completedAtMs),
      reservationId: row.id,
      handedOverOn: dayOf(world, days.handedOverOn),
      massG,
      quantityMilli: draft.quantityMilli,
      sortingOperator: draft.lot.site.owner.organisation.name,
      sortingEvidence: 'Contrôle à la dépose, photos du lot',
      doneAtMs,
      completedAtMs,
    }),
  )
  move(world, row, 'collected', completedAtMs + 1000, draft.taker.user.id)
  return row
}

/** What one side signs of an accepted reservation. */
export function addSignature(
  world: World,
  draft: Draft,
  row: ReservationRow,
  signed: { side: 'giver' | 'taker'; massG: number; atMs: number; receivedAtMs?: number },
): void {
  const { user } = signed.side === 'giver' ? draft.lot.site.owner : draft.taker
  world.rows.confirmations.push(
    makeConfirmation({
      ...{ reservationId: row.id, ...signed, signedName: user.name, userId: user.id },
      drawing: drawnName(user.name),
      sorting:
        signed.side === 'giver'
          ? {
              ...{ legalStatus: 'reuse', operator: draft.lot.site.owner.organisation.name },
              ...{ sortedOn: null, evidence: 'Contrôle à la dépose, photos du lot' },
            }
          : null,
    }),
  )
  note(world, {
    entity: 'reservation',
    entityId: row.id,
    kind: `signed-by-${signed.side}`,
    actorUserId: user.id,
    atMs: signed.receivedAtMs ?? signed.atMs,
    detail: { massG: signed.massG, ...(signed.receivedAtMs && { doneAtMs: signed.atMs }) },
  })
}

/** A signature that some people draw and others do not: a wave of their name, always the same for the same name. */
function drawnName(name: string): string | null {
  if (name.length % 3 === 0) return null
  const points = Array.from(name.repeat(3).slice(0, 40), (sign, index) => ({
    x: 20 + index * 6.5,
    y: 50 + ((sign.codePointAt(0) ?? 0) % 23) * (index % 2 === 0 ? -1.8 : 1.4),
  }))
  return drawingOf([points])
}

/** What a part weighs on the scale: near what the lot announced, to 5 kg, 1 kg under 100 kg. */
export function weighedMassG(dice: Dice, lot: PlannedLot, quantityMilli: number): number {
  const announced = massOfPart(lot.row, quantityMilli) ?? (quantityMilli / MILLI) * lot.product.unitMassG
  const massG = announced * dice.range(0.93, 1.06)
  const step = massG < 100_000 ? 1000 : 5000
  return Math.max(step, Math.round(massG / step) * step)
}

function move(
  world: World,
  row: ReservationRow,
  status: ReservationStatus,
  atMs: number,
  actorUserId: string | null,
  reason?: string,
): void {
  row.status = status
  row.decidedAtMs = atMs
  if (reason) row.decisionReason = reason
  const detail = reason ? { reason } : {}
  note(world, { entity: 'reservation', entityId: row.id, kind: status, actorUserId, atMs, detail })
}
