import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { networkOf } from '~/core/network'
import { safeRedirect } from '~/core/paths'
import { ok, refused, type Result } from '~/core/result'
import { env } from '~/platform/env.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { HOUR_MS, MESSAGES_PER_HOUR } from '../model/limits'
import { countRecentFrom, insertMessage, isMessageKnown } from '../repo.server'
import type { contactSchema } from '../schema'

type WriteToOperator = z.output<typeof contactSchema> & { userId: string | null; clientIp: string }

/**
 * Keeps a message to the operator and asks for its e-mail. Sending the same id twice keeps it once; what a program
 * wrote into the hidden field is dropped without a word, so that it learns nothing.
 * @returns `contact-limit` beyond the hourly limit of an address or a network
 */
export async function writeToOperator({
  website,
  page,
  clientIp,
  ...message
}: WriteToOperator): Promise<Result<{ id: string }>> {
  if (website !== '') return ok({ id: message.id })
  const senderKey = senderKeyOf(clientIp)
  return withTx(async (tx) => {
    if (await isMessageKnown(tx, message.id)) return ok({ id: message.id })
    const recent = await countRecentFrom(tx, { email: message.email, senderKey }, nowMs() - HOUR_MS)
    if (recent >= MESSAGES_PER_HOUR) return refused('contact-limit')
    await insertMessage(tx, { ...message, path: safeRedirect(page, ''), senderKey, createdAtMs: nowMs() })
    await recordChange(tx, {
      entity: 'contact-message',
      entityId: message.id,
      kind: 'received',
      actorUserId: message.userId,
    })
    await tell(tx, 'contact.received', { contactMessageId: message.id })
    return ok({ id: message.id })
  })
}

/** Tells messages of one network and day apart from others, without keeping the address. */
function senderKeyOf(clientIp: string): string {
  const day = isoDayOf(nowMs())
  return createHmac('sha256', env().sessionSecret)
    .update(`contact:${day}:${networkOf(clientIp)}`)
    .digest('base64url')
    .slice(0, 22)
}
