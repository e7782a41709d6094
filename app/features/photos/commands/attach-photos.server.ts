import type { Tx } from '~/platform/transaction.server'
import { attachPhoto, detachOtherPhotos } from '../repo.server'

/**
 * Makes these the photos of a lot, in their order, inside the lot's own transaction: new ones are given to it, those
 * left out are taken from it (the sweep erases them later). Says whether every one was theirs to give.
 */
export async function attachPhotos(
  tx: Tx,
  input: { organisationId: string; lotId: string; photoIds: readonly string[] },
): Promise<boolean> {
  const { organisationId, lotId, photoIds } = input
  await detachOtherPhotos(tx, { id: lotId, organisationId }, photoIds)
  for (const [position, id] of photoIds.entries()) {
    if (!(await attachPhoto(tx, { id, organisationId, lotId, position }))) return false
  }
  return true
}
