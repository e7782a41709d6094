import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { PairView } from '~/features/matching/model/pair-view'
import { daysLeft, isUrgent, urgentBefore } from '~/features/matching/model/proposal'
import type { LinkedAct } from '~/features/reservations/model/act-link'
import { pickupOf, type Slot } from '~/features/reservations/model/pickup'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { translator } from '~/messages/catalogue'
import { actLinks } from '~/messages/act-links'
import { mails } from '~/messages/mails'
import { matching } from '~/messages/matching'
import { newsMails } from '~/messages/news-mails'
import { notifications } from '~/messages/notifications'
import { pickups } from '~/messages/pickups'
import { env } from '~/platform/env.server'
import type { NotificationKind, ReservationStep } from './model/kinds'
import { endOf, SUMMARY_LENGTH } from './model/summary'
import { sentenceOf } from './ui/sentence'

type Reader = { locale: Locale; publicUrl: string }
/** Links with which the reader of an e-mail acts at once, each with what it does. */
type ActLinks = readonly { act: LinkedAct; slot: Slot | null; url: string }[]
type MailText = { subject: string; text: string }
type Suffix<T> = T extends `reservation.${infer Name}` ? Name : never

/** What the sentences about a reservation name, in the reader's language. */
export function reservationParams(reservation: ReservationView, locale: Locale) {
  const format = formatter(locale)
  return {
    lot: reservation.lotTitle,
    reference: reservation.lotReference,
    quantity: format.quantity(reservation.quantityMilli, reservation.lotUnit),
    giver: reservation.giverName,
    taker: reservation.takerName,
    slot: slotOf(reservation, locale),
  }
}

/** Subject and text of an e-mail about a reservation, in the reader's language. */
export function reservationMail(
  step: ReservationStep,
  reservation: ReservationView,
  reader: Reader,
  written: { who: string; text: string },
  links: ActLinks,
): MailText {
  const isMessage = step === 'reservation.message'
  const page = isMessage ? paths.reservationMessages(reservation.id) : paths.reservation(reservation.id)
  const params = {
    ...reservationParams(reservation, reader.locale),
    reason: reservation.decisionReason ?? '–',
    link: reader.publicUrl + page,
    ...written,
  }
  const key = step.slice('reservation.'.length) as Suffix<ReservationStep>
  if (isNews(key)) {
    const t = translator(reader.locale, newsMails)
    return { subject: t(`${key}.subject`, params), text: withActs(t(`${key}.text`, params), links, reader) }
  }
  const t = translator(reader.locale, mails)
  return { subject: t(`${key}.subject`, params), text: withActs(t(`${key}.text`, params), links, reader) }
}

/** Puts the links of acts before the signature. */
function withActs(text: string, links: ActLinks, { locale }: Reader): string {
  if (links.length === 0) return text
  const t = translator(locale, actLinks)
  const lines = links.map(({ act, slot, url }) =>
    t(`mail.${act}`, { link: url, slot: slot ? slotText(slot, locale) : '' }),
  )
  return text.replace(/\n\nGisement$/, `\n\n${lines.join('\n')}\n${t('mail.note')}\n\nGisement`)
}

const NEWS = [
  'pickup-proposed',
  'pickup-agreed',
  'slots-offered',
  'lot-changed',
  'disputed',
  'settlement-proposed',
  'settled',
  'message',
] as const

function isNews(key: Suffix<ReservationStep>): key is (typeof NEWS)[number] {
  return NEWS.some((name) => name === key)
}

/** Subject and text of «a lot suits your need» or «a need suits your lot», with the score and its reasons in words. */
export function matchMail(
  kind: 'match.lot' | 'match.need',
  match: { lot: string; need: string; view: PairView; path: string; until: IsoDay },
  reader: Reader,
): MailText {
  const t = translator(reader.locale, newsMails)
  const params = {
    lot: match.lot,
    need: match.need,
    score: Math.round(match.view.score),
    reasons: [...endingOf(match.until, reader.locale), ...reasonsOf(match.view, reader.locale)]
      .map((reason) => `- ${reason}`)
      .join('\n'),
    link: reader.publicUrl + match.path,
    board: reader.publicUrl + paths.matches(),
  }
  const key = kind === 'match.lot' ? 'match-lot' : 'match-need'
  return { subject: t(`${key}.subject`, params), text: t(`${key}.text`, params) }
}

/** What presses, before the reasons. */
function endingOf(until: IsoDay, locale: Locale): string[] {
  const today = isoDayOf(nowMs())
  return isUrgent(until, today) ? [countdownOf(until, today, locale)] : []
}

function reasonsOf(view: PairView, locale: Locale): string[] {
  const t = translator(locale, matching)
  const share = Math.max(1, Math.floor((100 * view.coveredMilli) / view.wantedMilli))
  return [
    view.straightKm < 0.1
      ? t('chip.samePlace')
      : t('chip.distance', { straight: formatter(locale).km(view.straightKm) }),
    t('chip.days', { count: view.overlapDays }),
    share >= 100 ? t('chip.coverAll') : t('chip.coverPart', { share }),
    ...(view.price.unitCents === 0 ? [t('chip.free')] : []),
  ]
}

function slotOf(reservation: ReservationView, locale: Locale): string {
  const pickup = pickupOf(reservation)
  return pickup.kind === 'none' ? '–' : slotText(pickup.slot, locale)
}

function slotText({ on, part }: Slot, locale: Locale): string {
  const t = translator(locale, pickups)
  return t('slot', { day: formatter(locale).day(on), part: t(`part.${part}`) })
}

type DigestItem = { kind: NotificationKind; params: Record<string, string | number>; path: string }

/** The news of a day or a week in one e-mail, in the order given; beyond a length, how many more there are and where. */
export function digestMail(
  items: readonly DigestItem[],
  { pace, day, today }: { pace: 'daily' | 'weekly'; day: IsoDay; today: IsoDay },
  reader: Reader,
): MailText {
  const t = translator(reader.locale, newsMails)
  const more = items.length - SUMMARY_LENGTH
  const lines = items.slice(0, SUMMARY_LENGTH).map((item) => digestLine(item, today, reader))
  if (more > 0) {
    const link = reader.publicUrl + paths.notifications(true)
    lines.push(t('more', { count: more, link }))
  }
  const params = { day: formatter(reader.locale).dayLong(day), news: lines.join('\n') }
  const key = pace === 'daily' ? 'digest' : 'weekly'
  return { subject: t(`${key}.subject`, params), text: t(`${key}.text`, params) }
}

function digestLine(item: DigestItem, today: IsoDay, reader: Reader): string {
  const sentence = sentenceOf(translator(reader.locale, notifications), item)
  const end = item.kind === 'reminder.pair' ? null : endOf(item, urgentBefore(today))
  const countdown = end !== null && end > today ? ` ${countdownOf(end, today, reader.locale)}` : ''
  return `- ${sentence}${countdown}\n  ${reader.publicUrl}${item.path}`
}

/** «Encore 3 jours (12 mars).», counted from the day on which it is read. */
function countdownOf(end: IsoDay, today: IsoDay, locale: Locale): string {
  const day = formatter(locale).dayShort(end)
  return translator(locale, newsMails)('countdown', { count: daysLeft(end, today), day })
}

/** Every e-mail of news says where to end e-mails of its kind, and where to choose among all. */
export function withFooter(text: string, locale: Locale, unsubscribeUrl: string): string {
  const t = translator(locale, newsMails)
  const preferences = env().publicUrl + paths.notificationPreferences()
  return `${text}\n\n--\u0020\n${t('unsubscribe', { link: unsubscribeUrl })}\n${t('preferences', { link: preferences })}`
}
