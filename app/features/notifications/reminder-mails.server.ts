import type { IsoDay } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { daysLeft, deadlineOf } from '~/features/matching/model/proposal'
import type { NeedView } from '~/features/needs/model/need'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { translator } from '~/messages/catalogue'
import { reminderMails } from '~/messages/reminder-mails'
import { env } from '~/platform/env.server'
import { reservationParams } from './mails.server'

type Told = { params: Record<string, string | number>; mail: { subject: string; text: string } }

const RESERVATION_KEYS = {
  'reminder.request': 'request',
  'reminder.pickup': 'pickup',
  'reminder.sign': 'sign',
  'reminder.reinstall': 'reinstall',
} as const
export type ReservationReminder = keyof typeof RESERVATION_KEYS

/** Facts and e-mail of a reminder about a reservation, in the reader's language. */
export function reservationReminder(
  kind: ReservationReminder,
  reservation: ReservationView,
  locale: Locale,
): Told {
  const params = reservationParams(reservation, locale)
  const link = env().publicUrl + paths.reservation(reservation.id)
  return { params, mail: mailOf(RESERVATION_KEYS[kind], { ...params, link }, locale) }
}

/** Facts and e-mail of «this lot leaves soon»; `daysLeft` counts from today to the day it leaves. */
export function lotReminder(lot: LotView, daysLeft: number, locale: Locale): Told {
  const format = formatter(locale)
  const params = { lot: lot.title, reference: lot.reference, count: daysLeft }
  const quantity = format.quantity(lot.availableMilli, lot.unit)
  const link = env().publicUrl + paths.lot(lot.id)
  const day = format.day(lot.availableUntil)
  return { params, mail: mailOf('lot', { ...params, quantity, day, link }, locale) }
}

/** Facts and e-mail of «this need ends soon»; `daysLeft` counts from today to the day it ends. */
export function needReminder(need: NeedView, daysLeft: number, locale: Locale): Told {
  const format = formatter(locale)
  const params = { need: need.title, count: daysLeft }
  const quantity = format.quantity(need.openMilli, need.unit)
  const link = env().publicUrl + paths.need(need.id)
  const day = format.day(need.neededUntil)
  return { params, mail: mailOf('need', { ...params, quantity, day, link }, locale) }
}

/** A pair that becomes urgent. */
type EndingPair = {
  id: string
  lotTitle: string
  needTitle: string
  scoreCenti: number
  availableUntil: IsoDay
  neededUntil: IsoDay
}

/** Facts and e-mail of «this pair can be made for a few more days only». */
export function pairReminder(pair: EndingPair, today: IsoDay, locale: Locale): Told {
  const { on: until } = deadlineOf(pair)
  const score = Math.round(pair.scoreCenti / 100)
  const count = daysLeft(until, today)
  const params = { lot: pair.lotTitle, need: pair.needTitle, score, count, until }
  const link = env().publicUrl + paths.matches(`#pair-${pair.id}`)
  return { params, mail: mailOf('pair', { ...params, day: formatter(locale).dayLong(until), link }, locale) }
}

function mailOf(
  key: 'request' | 'pickup' | 'sign' | 'reinstall' | 'lot' | 'need' | 'pair',
  params: Record<string, string | number>,
  locale: Locale,
) {
  const t = translator(locale, reminderMails) as unknown as (
    key: string,
    params: Record<string, string | number>,
  ) => string
  return { subject: t(`${key}.subject`, params), text: t(`${key}.text`, params) }
}
