import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { MemberAddress } from '~/features/organisations/queries.server'
import { enqueueJob } from '~/platform/jobs.server'
import { withLightTx, type Tx } from '~/platform/transaction.server'
import {
  CAPPED_KINDS,
  CAPPED_MAILS_A_DAY,
  preferenceOf,
  type NotificationKind,
  type Pace,
} from '../model/kinds'
import { summaryOf } from '../model/summary'
import { getPaces } from '../queries.server'
import { withFooter } from '../mails.server'
import { countCappedMails, insertNotification } from '../repo.server'
import { unsubscribeUrlOf } from '../unsubscribe-link.server'

export type News = {
  kind: NotificationKind
  params: Record<string, string | number>
  path: string
  /** A person is told once per key, whatever runs twice. */
  dedupeKey: string
  mail: { subject: string; text: string }
  /** Whom an answer by e-mail goes to; left out, the sender of this installation. */
  replyTo?: { name: string; address: string }
}

/**
 * Tells a person: a notification and, as they want it, an e-mail at once, a place in the summary of the day or of the
 * week, or none. Of the kinds that come by the dozen, those beyond the day's number go to the summary of the day.
 * The e-mail is a job of its own, kept in the same transaction, so that a mail server that is away delays that mail
 * alone and no one gets it twice.
 */
export async function tellPerson(person: MemberAddress, news: News): Promise<void> {
  const { mail, replyTo, ...notification } = news
  const chosen = (await getPaces(person.userId))[preferenceOf(news.kind)]
  await withLightTx(async (tx) => {
    const pace = await paceOf(tx, person.userId, news.kind, chosen)
    const row = { id: newId(), userId: person.userId, createdAtMs: nowMs(), pace, ...notification }
    if (!(await insertNotification(tx, row)) || pace === 'off') return
    if (pace !== 'immediate') return enqueueJob(tx, digestJob(person.userId, pace))
    const to = { name: person.name, address: person.email }
    const unsubscribeUrl = unsubscribeUrlOf(person.userId, preferenceOf(news.kind))
    const text = withFooter(mail.text, person.locale, unsubscribeUrl)
    const payload = { subject: mail.subject, text, to, messageId: row.id, unsubscribeUrl }
    await enqueueJob(tx, {
      kind: 'send-mail',
      dedupeKey: row.id,
      payload: replyTo ? { ...payload, replyTo } : payload,
    })
  })
}

async function paceOf(tx: Tx, userId: string, kind: NotificationKind, chosen: Pace): Promise<Pace> {
  if (chosen !== 'immediate' || !CAPPED_KINDS.includes(kind)) return chosen
  const sent = await countCappedMails(tx, userId, isoDayOf(nowMs()))
  return sent < CAPPED_MAILS_A_DAY ? 'immediate' : 'daily'
}

/** One job for each person and summary, however much is told. */
function digestJob(userId: string, pace: 'daily' | 'weekly') {
  const { from, until, atMs } = summaryOf(pace, isoDayOf(nowMs()))
  const dedupeKey = pace === 'daily' ? `${userId}:${from}` : `${userId}:${from}:weekly`
  return { kind: 'send-digest', dedupeKey, payload: { userId, pace, day: from, until }, runAtMs: atMs }
}
