import { paths } from '~/core/paths'
import { listMembers } from '~/features/organisations/queries.server'
import { actLinkUrl } from '~/features/reservations/act-links.server'
import { expiryOf, isActOpen, type ActLink } from '~/features/reservations/model/act-link'
import type { OfferedSlot } from '~/features/reservations/model/offer'
import { pickupOf } from '~/features/reservations/model/pickup'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { findReservationView } from '~/features/reservations/queries.server'
import { listOfferedSlots } from '~/features/reservations/queries/offers.server'
import { listAwaitedOf } from '~/features/reservations/queries/waiting.server'
import { env } from '~/platform/env.server'
import { reservationMail, reservationParams } from '../mails.server'
import { sidesToTell, type ReservationStep } from '../model/kinds'
import { tellPerson } from './tell-person.server'

type Step = {
  messageId: string
  topic: ReservationStep
  reservationId: string
  actorUserId: string | null
  /** What was written, of a message. */
  text?: string
}

/** Tells those who asked for a part of a lot, or were granted one, that its giver changed what they rely on. */
export async function tellHoldersOfLot(change: {
  messageId: string
  lotId: string
  actorUserId: string | null
}): Promise<void> {
  const { messageId, lotId, actorUserId } = change
  for (const { id: reservationId } of await listAwaitedOf(lotId)) {
    const step = { messageId: `${messageId}:${reservationId}`, reservationId, actorUserId }
    await tellOfReservation({ ...step, topic: 'reservation.lot-changed' })
  }
}

/** Tells the members of each side that should hear of a reservation's step. */
export async function tellOfReservation(step: Step): Promise<void> {
  const reservation = await findReservationView(step.reservationId)
  if (!reservation) return
  const members = {
    giver: await listMembers(reservation.giverOrganisationId),
    taker: await listMembers(reservation.takerOrganisationId),
  }
  const isActor = (member: { userId: string }) => member.userId === step.actorUserId
  const actorSide = members.giver.some(isActor) ? 'giver' : members.taker.some(isActor) ? 'taker' : null
  const isMessage = step.topic === 'reservation.message'
  const who = actorSide === 'taker' ? reservation.takerName : reservation.giverName
  const written: Record<string, string> = isMessage ? { who, text: shortened(step.text ?? '') } : {}
  const isOffer = step.topic === 'reservation.slots-offered'
  const offers = isOffer ? await listOfferedSlots(reservation.id) : []
  const path = isMessage ? paths.reservationMessages(reservation.id) : paths.reservation(reservation.id)
  for (const side of sidesToTell(step.topic, actorSide)) {
    for (const member of members[side]) {
      await tellPerson(member, {
        kind: step.topic,
        params: { ...reservationParams(reservation, member.locale), ...written },
        path,
        dedupeKey: step.messageId,
        mail: reservationMail(
          step.topic,
          reservation,
          { locale: member.locale, publicUrl: env().publicUrl },
          { who, text: step.text ?? '' },
          actLinksFor(step.topic, reservation, { userId: member.userId, offers }),
        ),
      })
    }
  }
}

/** The beginning of a message, for a line of a list. */
function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 139)}…` : text
}

/** The acts that a step asks of those who are told of it, while they can be done. */
function actLinksFor(
  topic: ReservationStep,
  view: ReservationView,
  { userId, offers }: { userId: string; offers: readonly OfferedSlot[] },
) {
  return askedOf(topic, view, offers)
    .filter((asked) => isActOpen(asked, view, offers))
    .map((asked) => ({
      act: asked.act,
      slot: asked.slot,
      url: actLinkUrl({
        ...asked,
        reservationId: view.id,
        userId,
        expiresAtMs: expiryOf(view, asked.slot),
      }),
    }))
}

type Asked = Pick<ActLink, 'act' | 'slot' | 'offeredAtMs'>

function askedOf(topic: ReservationStep, view: ReservationView, offers: readonly OfferedSlot[]): Asked[] {
  const none = { slot: null, offeredAtMs: null }
  if (topic === 'reservation.requested') {
    return [
      { act: 'accept', ...none },
      { act: 'refuse', ...none },
    ]
  }
  if (topic === 'reservation.pickup-proposed') {
    const pickup = pickupOf(view)
    return pickup.kind === 'proposed' ? [{ act: 'confirm-slot', ...none, slot: pickup.slot }] : []
  }
  return offers.map(({ on, part, offeredAtMs }) => ({ act: 'choose-slot', slot: { on, part }, offeredAtMs }))
}
