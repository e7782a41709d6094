import { isoDayOf, type IsoDay } from '~/core/days'
import { urgentBefore } from '~/features/matching/model/proposal'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { digestMail, withFooter } from '../mails.server'
import { preferenceOf } from '../model/kinds'
import { isForSummary, sortForSummary } from '../model/summary'
import { findAddress, getPaces, listNotifications } from '../queries.server'
import { unsubscribeUrlOf } from '../unsubscribe-link.server'

/** How many of the newest notifications are looked at: more than a person gets in a week. */
const LOOKED_AT = 1000

export type Digest = {
  userId: string
  pace: 'daily' | 'weekly'
  /** First day told of. */
  day: IsoDay
  /** First day not told of, on which it goes out. */
  until: IsoDay
}

/** Sends a person the summary of a day or a week: what came for it and is still wanted. None without any. */
export async function sendDigest({ userId, pace, day, until }: Digest): Promise<void> {
  const person = await findAddress(userId)
  if (!person) return
  const paces = await getPaces(userId)
  const newest = await listNotifications(userId, { unreadOnly: false, limit: LOOKED_AT })
  const items = newest.filter((item) => {
    const toldOn = isoDayOf(item.createdAtMs)
    return toldOn >= day && toldOn < until && isForSummary(item, pace, paces)
  })
  if (items.length === 0) return
  const isCapped = items.some(({ kind }) => paces[preferenceOf(kind)] === 'immediate')
  const unsubscribeUrl = unsubscribeUrlOf(userId, isCapped ? 'capped-digest' : 'digest')
  const sorted = sortForSummary(items, urgentBefore(until))
  const reader = { locale: person.locale, publicUrl: env().publicUrl }
  const mail = digestMail(sorted, { pace, day, today: until }, reader)
  await sendMail({
    subject: mail.subject,
    text: withFooter(mail.text, person.locale, unsubscribeUrl),
    to: { name: person.name, address: person.email },
    unsubscribeUrl,
    messageId: pace === 'daily' ? `digest-${userId}-${day}` : `digest-${userId}-${day}-weekly`,
  })
}
