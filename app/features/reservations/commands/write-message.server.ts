import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { attachToMessage } from '~/features/photos/commands/attach-to-message.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { sideOf } from '../model/side'
import { MESSAGES_A_DAY } from '../model/thread'
import { findReservation } from '../repo.server'
import { countMessages, findMessage, insertMessage } from '../repo/thread.server'

type WriteMessage = {
  actor: Actor
  reservationId: string
  /** Made by the client: sending twice writes once. */
  id: string
  text: string
  photoIds: readonly string[]
}

/**
 * Writes to the other side of a reservation, whatever its status, with photos that the two sides alone see.
 * Refuses `not-found` to strangers, `conflict` for an id or a photo that is not theirs to use, and `too-many-requests`
 * beyond the number of a day.
 */
export async function writeMessage(input: WriteMessage): Promise<Result<{ id: string }>> {
  const { actor, reservationId, id, text, photoIds } = input
  if (!text && photoIds.length === 0) return refused('invalid', { field: 'text' })
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    const known = await findMessage(tx, id)
    if (known) {
      const isOwn = known.reservationId === reservationId && known.userId === actor.userId
      return isOwn ? ok({ id }) : refused('conflict')
    }
    const sinceMs = nowMs() - 86_400_000
    if ((await countMessages(tx, { reservationId, side, sinceMs })) >= MESSAGES_A_DAY)
      return refused('too-many-requests')
    await insertMessage(tx, { id, reservationId, side, userId: actor.userId, text, sentAtMs: nowMs() })
    const { organisationId } = actor
    if (!(await attachToMessage(tx, { organisationId, messageId: id, photoIds })))
      return refused('conflict', { field: 'photos' })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: 'message-written',
      actorUserId: actor.userId,
      detail: { writtenId: id, side },
    })
    await tell(tx, 'reservation.message', { reservationId, actorUserId: actor.userId, text })
    return ok({ id })
  })
}
