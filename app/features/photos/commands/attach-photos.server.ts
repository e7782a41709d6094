import type { Tx } from '~/platform/transaction.server'
import { attachPhoto } from '../repo.server'

/** Gives photos to a lot in their order, inside the lot's own transaction; says whether every one was theirs to give. */
export async function attachPhotos(
  tx: Tx,
  input: { organisationId: string; lotId: string; photoIds: readonly string[] },
): Promise<boolean> {
  for (const [position, id] of input.photoIds.entries()) {
    const attached = await attachPhoto(tx, {
      id,
      organisationId: input.organisationId,
      lotId: input.lotId,
      position,
    })
    if (!attached) return false
  }
  return true
}
