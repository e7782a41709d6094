import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { safeRedirect } from '~/core/paths'
import { ok, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { spend } from '~/platform/limits.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { insertMessage, isMessageKnown } from '../repo.server'
import type { contactSchema } from '../schema'

type WriteToOperator = z.output<typeof contactSchema> & { userId: string | null; clientIp: string }

/**
 * Keeps a message to the operator and asks for its e-mail. Sending the same id twice keeps it once; what a program
 * wrote into the hidden field is dropped without a word, so that it learns nothing.
 * @returns `rate-limited` beyond the limits of an address or a network
 */
export async function writeToOperator({
  website,
  page,
  clientIp,
  ...message
}: WriteToOperator): Promise<Result<{ id: string }>> {
  if (website !== '') return ok({ id: message.id })
  return withTx(async (tx) => {
    if (await isMessageKnown(tx, message.id)) return ok({ id: message.id })
    const spent = await spend(tx, 'contact', { account: message.email, clientIp })
    if (!spent.ok) return spent
    await insertMessage(tx, { ...message, path: safeRedirect(page, ''), createdAtMs: nowMs() })
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
