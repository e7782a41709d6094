import { listMembers } from '~/features/organisations/queries.server'
import { findReservationView } from '~/features/reservations/queries.server'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { reservationMail, RESERVATION_MAILS, sidesToTell, type ReservationMail } from './mails.server'

export type MailJob = {
  messageId: string
  topic: ReservationMail
  reservationId: string
  actorUserId: string | null
}

export function isReservationMail(topic: string): topic is ReservationMail {
  return (RESERVATION_MAILS as readonly string[]).includes(topic)
}

/** Writes to the members of each side that should hear of a reservation's step. */
export async function sendReservationMails(job: MailJob): Promise<void> {
  const reservation = await findReservationView(job.reservationId)
  if (!reservation) return
  const members = {
    giver: await listMembers(reservation.giverOrganisationId),
    taker: await listMembers(reservation.takerOrganisationId),
  }
  const isActor = (member: { userId: string }) => member.userId === job.actorUserId
  const actorSide = members.giver.some(isActor) ? 'giver' : members.taker.some(isActor) ? 'taker' : null
  for (const side of sidesToTell(job.topic, actorSide)) {
    for (const member of members[side]) {
      const mail = reservationMail(job.topic, reservation, {
        locale: member.locale,
        publicUrl: env().publicUrl,
      })
      await sendMail({
        ...mail,
        to: { name: member.name, address: member.email },
        messageId: `${job.messageId}.${member.userId}`,
      })
    }
  }
}
