import type { Tx } from '~/platform/transaction.server'
import { MAX_ATTACHMENTS_PER_LOT } from '../model/attachment'
import { attachAttachment, detachOthers } from '../repo.server'

/**
 * Makes these the documents of a lot, inside the lot's own transaction: new ones are given to it, those left out are
 * taken from it (the sweep erases them later). Says whether every one was theirs to give and they are not too many.
 */
export async function attachAttachments(
  tx: Tx,
  input: { organisationId: string; lotId: string; attachmentIds: readonly string[] },
): Promise<boolean> {
  const { organisationId, lotId, attachmentIds } = input
  if (attachmentIds.length > MAX_ATTACHMENTS_PER_LOT) return false
  await detachOthers(tx, { id: lotId, organisationId }, attachmentIds)
  for (const id of attachmentIds) {
    if (!(await attachAttachment(tx, { id, organisationId, lotId }))) return false
  }
  return true
}
