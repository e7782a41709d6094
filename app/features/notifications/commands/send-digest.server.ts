import { isoDayOf, type IsoDay } from '~/core/days'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { digestMail, withFooter } from '../mails.server'
import { preferenceOf } from '../model/kinds'
import { findAddress, getPaces, listNotifications } from '../queries.server'
import { unsubscribeUrlOf } from '../unsubscribe-link.server'

/** How many of the newest notifications are looked at: more than a person gets in two days. */
const LOOKED_AT = 500

/** Sends a person the summary of a day: what came of the kinds that they still want once a day. None without any. */
export async function sendDigest({ userId, day }: { userId: string; day: IsoDay }): Promise<void> {
  const person = await findAddress(userId)
  if (!person) return
  const paces = await getPaces(userId)
  const newest = await listNotifications(userId, { unreadOnly: false, limit: LOOKED_AT })
  const items = newest.filter(
    ({ kind, createdAtMs }) => isoDayOf(createdAtMs) === day && paces[preferenceOf(kind)] === 'daily',
  )
  if (items.length === 0) return
  const unsubscribeUrl = unsubscribeUrlOf(userId, 'digest')
  const mail = digestMail(items, day, { locale: person.locale, publicUrl: env().publicUrl })
  await sendMail({
    subject: mail.subject,
    text: withFooter(mail.text, person.locale, unsubscribeUrl),
    to: { name: person.name, address: person.email },
    unsubscribeUrl,
    messageId: `digest-${userId}-${day}`,
  })
}
