import type { IsoDay } from '~/core/days'
import { formatter } from '~/core/format'
import { DEFAULT_LOCALE, type Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { tellPerson } from '~/features/notifications/commands/tell-person.server'
import { translator } from '~/messages/catalogue'
import { programmeMails } from '~/messages/programme-mails'
import { env } from '~/platform/env.server'
import { enqueueJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'
import type { Seat, Workshop } from './model/workshop'
import { findPersonByEmail } from './queries/people.server'
import { findSeat, findWorkshop, listSeats } from './queries/workshops.server'

export const WORKSHOP_NEWS = ['moved', 'cancelled'] as const
type WorkshopNews = (typeof WORKSHOP_NEWS)[number] | 'tomorrow'

/** Reminds a person of a workshop the day before; not of one that was moved or cancelled, nor of a seat given back. */
export async function sendWorkshopReminder({
  seatId,
  onDay,
}: {
  seatId: string
  onDay: IsoDay
}): Promise<void> {
  const seat = await findSeat(seatId)
  const workshop = seat && (await findWorkshop(seat.workshopId))
  if (!workshop || workshop.isCancelled || workshop.onDay !== onDay) return
  await tellSeat(seat, { workshop, news: 'tomorrow', dedupeKey: `reminder-${seatId}-${onDay}` })
}

/** Tells everyone who has a seat that their workshop is at another time or place, or is not held. */
export async function tellOfWorkshop({
  messageId,
  workshopId,
  news,
}: {
  messageId: string
  workshopId: string
  news: (typeof WORKSHOP_NEWS)[number]
}): Promise<void> {
  const workshop = await findWorkshop(workshopId)
  if (!workshop || (news === 'moved' && workshop.isCancelled)) return
  for (const seat of await listSeats(workshopId)) {
    await tellSeat(seat, { workshop, news, dedupeKey: `${messageId}-${seat.id}` })
  }
}

type Told = { workshop: Workshop; news: WorkshopNews; dedupeKey: string }

/** A notification and an e-mail for whoever has an account at the address of the seat, an e-mail for the others. */
async function tellSeat(seat: Seat, told: Told): Promise<void> {
  const person = await findPersonByEmail(seat.email)
  const { dedupeKey } = told
  if (person) {
    const news = newsOf(told, person)
    return tellPerson(person, { kind: `programme.workshop-${told.news}`, dedupeKey, ...news })
  }
  const { mail } = newsOf(told, { name: seat.name, locale: DEFAULT_LOCALE })
  const to = { name: seat.name, address: seat.email }
  const payload = { ...mail, to, messageId: dedupeKey }
  await withTx((tx) => enqueueJob(tx, { kind: 'send-mail', dedupeKey, payload }))
}

const MAILS = { tomorrow: 'reminder', moved: 'moved', cancelled: 'cancelled' } as const

function newsOf({ workshop, news }: Told, { name, locale }: { name: string; locale: Locale }) {
  const { title, place, fromHour: from, untilHour: until } = workshop
  const path = paths.workshop(workshop.id)
  const params = { title, place, from, until, day: formatter(locale).dayLong(workshop.onDay) }
  const { publicUrl } = env()
  const words = { ...params, name, page: publicUrl + path, workshops: publicUrl + paths.workshops() }
  const t = translator(locale, programmeMails)
  const key = MAILS[news]
  return { params, path, mail: { subject: t(`${key}.subject`, words), text: t(`${key}.text`, words) } }
}
