import { paths } from '~/core/paths'
import type { Locale } from '~/core/locale'
import { formatter } from '~/core/format'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { translator } from '~/messages/catalogue'
import { mails } from '~/messages/mails'

export const RESERVATION_MAILS = [
  'reservation.requested',
  'reservation.accepted',
  'reservation.refused',
  'reservation.cancelled',
  'reservation.expired',
  'reservation.collected',
] as const
export type ReservationMail = (typeof RESERVATION_MAILS)[number]

/** Which side hears of what happened: the one who did not do it, or both. */
export function sidesToTell(
  topic: ReservationMail,
  actorSide: 'giver' | 'taker' | null,
): ('giver' | 'taker')[] {
  if (topic === 'reservation.requested') return ['giver']
  if (topic === 'reservation.expired' || topic === 'reservation.collected') return ['giver', 'taker']
  return actorSide === 'giver' ? ['taker'] : ['giver']
}

/** Subject and text of an e-mail about a reservation, in the reader's language. */
export function reservationMail(
  topic: ReservationMail,
  reservation: ReservationView,
  reader: { locale: Locale; publicUrl: string },
): { subject: string; text: string } {
  const t = translator(reader.locale, mails)
  const format = formatter(reader.locale)
  const params = {
    lot: reservation.lotTitle,
    reference: reservation.lotReference,
    quantity: format.quantity(reservation.quantityMilli, reservation.lotUnit),
    giver: reservation.giverName,
    taker: reservation.takerName,
    reason: reservation.decisionReason ?? '–',
    link: reader.publicUrl + paths.reservation(reservation.id),
  }
  const key = topic.slice('reservation.'.length) as Suffix<ReservationMail>
  return { subject: t(`${key}.subject`, params), text: t(`${key}.text`, params) }
}

type Suffix<T> = T extends `reservation.${infer Name}` ? Name : never
