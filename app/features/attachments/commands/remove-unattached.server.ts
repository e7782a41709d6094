import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { deleteUnattached, listUnattached } from '../repo.server'

/** Rows removed by one transaction at most, so that nobody waits for it long. */
const MOST = 200

/**
 * Removes documents that no lot took or kept, sent before an instant and not `kept` by a draft, inside the caller's
 * transaction. Their files follow by message (`attachment.removed`).
 * @returns how many were removed
 */
export async function removeUnattachedAttachments(
  tx: Tx,
  { beforeMs, kept }: { beforeMs: number; kept: ReadonlySet<string> },
): Promise<number> {
  const ids = (await listUnattached(tx, beforeMs)).filter((id) => !kept.has(id)).slice(0, MOST)
  const storageKeys = await deleteUnattached(tx, ids)
  for (const storageKey of storageKeys) await tell(tx, 'attachment.removed', { storageKey })
  return storageKeys.length
}
