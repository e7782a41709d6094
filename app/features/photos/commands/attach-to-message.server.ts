import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { attachPhotoToMessage } from '../repo.server'

/**
 * Gives an organisation's own free photos to a message, in their order, inside the message's own transaction; they are
 * shown to the two sides alone from then on. Says whether every one was theirs to give.
 */
export async function attachToMessage(
  tx: Tx,
  input: { organisationId: string; messageId: string; photoIds: readonly string[] },
): Promise<boolean> {
  const { organisationId, messageId, photoIds } = input
  for (const [position, id] of photoIds.entries()) {
    if (!(await attachPhotoToMessage(tx, { id, organisationId, messageId, position }))) return false
    await tell(tx, 'photo.kept', { photoId: id, organisationId })
  }
  return true
}
