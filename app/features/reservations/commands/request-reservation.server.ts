import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { isCountable } from '~/core/units'
import { keepCriteria } from '~/features/attribution/commands/keep-criteria.server'
import { keepUndertaking } from '~/features/attribution/commands/undertake.server'
import { asksUndertaking } from '~/features/attribution/queries.server'
import { offerFreed, usePriority } from '~/features/lots/commands/offer-freed.server'
import { holdStock } from '~/features/lots/commands/hold-stock.server'
import type { LotView } from '~/features/lots/model/lot'
import { findVisibleLot, listViewers } from '~/features/lots/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { REQUEST_DAYS } from '../model/machine'
import { findReservation, insertReservation } from '../repo.server'
import type { requestReservationSchema } from '../schema'
import { slotRefusal } from './propose-pickup.server'

type RequestReservation = z.output<typeof requestReservationSchema> & {
  actor: Actor
  lotId: string
  /** The score the taker saw, 0 to 100. */
  matchScore?: number
}

/**
 * Requests a part of another organisation's lot and holds it until the giver answers.
 * What a waiting list kept for the taker is used first. Sending the same id twice requests once. Refuses what `holdStock`
 * refuses, `own-lot`, a lot that the taker does not see (`not-found`), a need of others, and a gift of a public body
 * without the promise not to sell again.
 */
export async function requestReservation(input: RequestReservation): Promise<Result<{ id: string }>> {
  const { actor } = input
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const viewer = (await listViewers([actor.organisationId])).get(actor.organisationId)
  const lot = viewer ? await findVisibleLot(input.lotId, viewer) : null
  if (!lot) return refused('not-found')
  if (lot.organisationId === actor.organisationId) return refused('own-lot')
  if (lot.availableUntil <= isoDayOf(nowMs())) return refused('not-open')
  if (!isCountable(input.quantity, lot.unit)) return refused('whole-units', { field: 'quantity' })
  const slot = input.pickupOn && input.pickupPart ? { on: input.pickupOn, part: input.pickupPart } : null
  const badSlot = slot && slotRefusal(lot, slot)
  if (badSlot) return badSlot
  const need = input.needId ? await findNeed(input.needId) : null
  const refusal = needRefusal(input, lot, need)
  if (refusal) return refusal
  return withTx(async (tx) => {
    const existing = await findReservation(tx, input.id)
    if (existing) {
      const isOwn = existing.takerOrganisationId === actor.organisationId && existing.lotId === lot.id
      return isOwn ? ok({ id: input.id }) : refused('conflict')
    }
    const isPromised = await asksUndertaking(lot, isoDayOf(nowMs()), tx)
    if (isPromised && input.noResale !== 'yes') return refused('undertaking-required', { field: 'noResale' })
    await keepCriteria(tx, lot)
    const { organisationId, userId } = actor
    const hadPriority = await usePriority(tx, { lotId: lot.id, organisationId, actorUserId: userId })
    const held = await holdStock(tx, lot.id, input.quantity)
    if (!held.ok) return held
    if (hadPriority) await offerFreed(tx, lot.id)
    await insertReservation(tx, {
      id: input.id,
      lotId: lot.id,
      needId: need?.id ?? null,
      giverOrganisationId: lot.organisationId,
      takerOrganisationId: actor.organisationId,
      takerCommuneCode: need?.communeCode ?? actor.communeCode,
      takerSiteId: need?.siteId ?? null,
      quantityMilli: input.quantity,
      status: 'requested',
      message: input.message,
      ...(slot && { pickupOn: slot.on, pickupPart: slot.part, pickupProposedBy: 'taker' as const }),
      requestedByUserId: actor.userId,
      matchScore: input.matchScore === undefined ? null : Math.round(input.matchScore),
      createdAtMs: nowMs(),
      expiresAtMs: nowMs() + REQUEST_DAYS * 86_400_000,
    })
    if (isPromised) await keepUndertaking(tx, { reservationId: input.id, userId: actor.userId })
    const change = { entity: 'reservation', entityId: input.id, kind: 'requested' } as const
    await recordChange(tx, {
      ...change,
      actorUserId: actor.userId,
      detail: { quantityMilli: input.quantity, ...slot },
    })
    await recordChange(tx, { entity: 'lot', entityId: lot.id, kind: 'held', actorUserId: actor.userId })
    await tell(tx, 'reservation.requested', { reservationId: input.id })
    return ok({ id: input.id })
  })
}

function needRefusal(input: RequestReservation, lot: LotView, need: NeedView | null) {
  if (!input.needId) return null
  if (need?.organisationId !== input.actor.organisationId) return refused('invalid', { field: 'needId' })
  return need.unit === lot.unit ? null : refused('unit-mismatch', { field: 'needId' })
}
