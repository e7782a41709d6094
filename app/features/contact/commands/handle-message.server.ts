import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { isMessageKnown, setHandled } from '../repo.server'

type Handle = { actor: Actor; contactMessageId: string }

/** Answers a message by e-mail and marks it as handled; an answer may follow another. */
export async function answerMessage({
  actor,
  contactMessageId,
  text,
}: Handle & { text: string }): Promise<Result<null>> {
  if (!can(actor, 'message:answer')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await isMessageKnown(tx, contactMessageId))) return refused('not-found')
    await setHandled(tx, contactMessageId, { atMs: nowMs(), byUserId: actor.userId })
    await recordChange(tx, {
      entity: 'contact-message',
      entityId: contactMessageId,
      kind: 'answered',
      actorUserId: actor.userId,
      detail: { text },
    })
    await tell(tx, 'contact.answered', { contactMessageId, text })
    return ok(null)
  })
}

/** Marks a message as handled without an e-mail, or opens it again. */
export async function markMessage({
  actor,
  contactMessageId,
  isHandled,
}: Handle & { isHandled: boolean }): Promise<Result<null>> {
  if (!can(actor, 'message:answer')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await isMessageKnown(tx, contactMessageId))) return refused('not-found')
    const handled = isHandled ? { atMs: nowMs(), byUserId: actor.userId } : null
    await setHandled(tx, contactMessageId, handled)
    await recordChange(tx, {
      entity: 'contact-message',
      entityId: contactMessageId,
      kind: isHandled ? 'handled' : 'reopened',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
