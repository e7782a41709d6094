import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { MemberAddress } from '~/features/organisations/queries.server'
import { enqueueJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'
import { preferenceOf, type NotificationKind } from '../model/kinds'
import { getPaces } from '../queries.server'
import { withFooter } from '../mails.server'
import { insertNotification } from '../repo.server'
import { unsubscribeUrlOf } from '../unsubscribe-link.server'

export type News = {
  kind: NotificationKind
  params: Record<string, string | number>
  path: string
  /** A person is told once per key, whatever runs twice. */
  dedupeKey: string
  mail: { subject: string; text: string }
}

/**
 * Tells a person: a notification and, as they want it, an e-mail at once, a place in the summary of the day, or none.
 * The e-mail is a job of its own, kept in the same transaction, so that a mail server that is away delays that mail
 * alone and no one gets it twice.
 */
export async function tellPerson(person: MemberAddress, news: News): Promise<void> {
  const { mail, ...notification } = news
  const pace = (await getPaces(person.userId))[preferenceOf(news.kind)]
  await withTx(async (tx) => {
    const row = { id: newId(), userId: person.userId, createdAtMs: nowMs(), ...notification }
    if (!(await insertNotification(tx, row)) || pace === 'off') return
    if (pace === 'daily') return enqueueJob(tx, digestJob(person.userId))
    const to = { name: person.name, address: person.email }
    const unsubscribeUrl = unsubscribeUrlOf(person.userId, preferenceOf(news.kind))
    const text = withFooter(mail.text, person.locale, unsubscribeUrl)
    await enqueueJob(tx, {
      kind: 'send-mail',
      dedupeKey: row.id,
      payload: { subject: mail.subject, text, to, messageId: row.id, unsubscribeUrl },
    })
  })
}

/** The summary of a person's day goes out the next morning: 6 h in Paris in winter, 7 h in summer. */
function digestJob(userId: string) {
  const day = isoDayOf(nowMs())
  const runAtMs = Date.parse(`${addDays(day, 1)}T05:00:00Z`)
  return { kind: 'send-digest', dedupeKey: `${userId}:${day}`, payload: { userId, day }, runAtMs }
}
