import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { deleteUnattachedPhotos, listUnattachedPhotos } from '../repo.server'

/** Rows removed by one transaction at most, so that nobody waits for it long. */
const MOST = 200

/**
 * Removes photos that no lot took, sent before an instant and not `kept`, inside the caller's transaction: attaching
 * runs in one too, so that a photo is either attached or removed. Their files follow by message (`photo.removed`).
 * @returns how many were removed
 */
export async function removeUnattachedPhotos(
  tx: Tx,
  { beforeMs, kept }: { beforeMs: number; kept: ReadonlySet<string> },
): Promise<number> {
  const ids = (await listUnattachedPhotos(tx, beforeMs)).filter((id) => !kept.has(id)).slice(0, MOST)
  const storageKeys = await deleteUnattachedPhotos(tx, ids)
  for (const storageKey of storageKeys) await tell(tx, 'photo.removed', { storageKey })
  return storageKeys.length
}
