import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { findWaiterView } from '~/features/lots/queries/waiting.server'
import { listMembers } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { waiting } from '~/messages/waiting'
import { env } from '~/platform/env.server'
import type { WaitingNews } from '../model/kinds'
import { tellPerson } from './tell-person.server'

/** Tells the members of an organisation what became of its place in the line of a lot. */
export async function tellOfWaiting(news: {
  messageId: string
  topic: WaitingNews
  waiterId: string
}): Promise<void> {
  const waiter = await findWaiterView(news.waiterId)
  if (!waiter) return
  const path = news.topic === 'waiting.closed' ? paths.lot(waiter.lotId) : paths.lotWaiting(waiter.lotId)
  for (const member of await listMembers(waiter.organisationId)) {
    const format = formatter(member.locale)
    const params = {
      lot: waiter.lotTitle,
      reference: waiter.lotReference,
      quantity: format.quantity(waiter.quantityMilli, waiter.lotUnit),
      until: waiter.priorityUntilMs === null ? '–' : format.instant(waiter.priorityUntilMs),
    }
    const t = translator(member.locale, waiting)
    const link = env().publicUrl + path
    const key = MAILS[news.topic]
    await tellPerson(member, {
      kind: news.topic,
      params,
      path,
      dedupeKey: news.messageId,
      mail: {
        subject: t(`mail.${key}.subject`, params),
        text: t(`mail.${key}.text`, { ...params, link }),
      },
    })
  }
}

const MAILS = {
  'waiting.offered': 'offered',
  'waiting.lapsed': 'lapsed',
  'waiting.closed': 'closed',
} as const satisfies Record<WaitingNews, string>
