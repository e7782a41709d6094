import { nowMs } from '~/core/clock'
import { refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { findActingMember } from '~/features/organisations/queries/acting-member.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { hashOfLink, readActLink } from '../act-links.server'
import { sideOfLink, type ActLink } from '../model/act-link'
import type { DecisionCriterion } from '../model/criteria'
import { findReservation, type ReservationRow } from '../repo.server'
import { insertUsedLink, isLinkUsed } from '../repo/act-links.server'
import { agreePickupIn } from './agree-pickup.server'
import { chooseSlotIn } from './choose-slot.server'
import { decideIn } from './decide-reservation.server'

type ActByLink = { token: string; criterion?: DecisionCriterion; reason: string }

/**
 * Does what a link of an e-mail stands for, as the person it was written to: once, before it expires, while they act for
 * that side. Refuses `not-found` for a token that this server did not write, `link-expired` for one that was used or is
 * too old, and what the act itself refuses.
 */
export async function actByLink(input: ActByLink): Promise<Result<unknown>> {
  const link = readActLink(input.token)
  if (!link) return refused('not-found')
  if (nowMs() >= link.expiresAtMs) return refused('link-expired')
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, link.reservationId)
    if (!reservation) return refused('not-found')
    if (await isLinkUsed(tx, hashOfLink(link))) return refused('link-expired')
    const actor = await actorOf(link, reservation)
    if (!actor || !can(actor, 'reservation:read')) return refused('link-expired')
    const acted = await act(tx, actor, link, input)
    if (!acted.ok) return acted
    await insertUsedLink(tx, {
      linkHash: hashOfLink(link),
      reservationId: link.reservationId,
      userId: link.userId,
      act: link.act,
      usedAtMs: nowMs(),
    })
    return acted
  })
}

function actorOf(link: ActLink, reservation: ReservationRow): Promise<Actor | null> {
  const { giverOrganisationId, takerOrganisationId } = reservation
  const side = sideOfLink(link.act, reservation)
  return findActingMember(link.userId, side === 'giver' ? giverOrganisationId : takerOrganisationId)
}

function act(tx: Tx, actor: Actor, link: ActLink, input: ActByLink): Promise<Result<unknown>> {
  const { reservationId, act: action, slot, offeredAtMs } = link
  if (action === 'accept' || action === 'refuse')
    return decideIn(tx, { actor, reservationId, action, criterion: input.criterion, reason: input.reason })
  if (!slot) return Promise.resolve(refused('not-found'))
  if (action === 'confirm-slot') return agreePickupIn(tx, { actor, reservationId, slot })
  if (offeredAtMs === null) return Promise.resolve(refused('not-found'))
  return chooseSlotIn(tx, { actor, reservationId, slot, offeredAtMs })
}
