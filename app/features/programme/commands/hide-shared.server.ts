import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { findFicheRow, findPostRow, setPostHidden, updateFiche } from '../repo/library.server'

/**
 * Takes a published fiche from the sight of others inside the caller's transaction; `reason` is what its authors read.
 * @returns the state that it had; null for one that is not published
 */
export async function hideFiche(tx: Tx, id: string, reason: string): Promise<'published' | null> {
  const fiche = await findFicheRow(tx, id)
  if (fiche?.state !== 'published') return null
  await updateFiche(tx, id, { state: 'hidden', reason })
  return 'published'
}

/** Publishes a hidden fiche again; whether it was hidden. */
export async function showFiche(tx: Tx, id: string): Promise<boolean> {
  const fiche = await findFicheRow(tx, id)
  if (fiche?.state !== 'hidden') return false
  await updateFiche(tx, id, { state: 'published', reason: '' })
  return true
}

/** Hides the words of a post of the club; everyone there reads `reason` in their place. Null where they are hidden. */
export async function hidePost(tx: Tx, id: string, reason: string): Promise<'shown' | null> {
  const post = await findPostRow(tx, id)
  if (!post || post.hiddenAtMs !== null) return null
  await setPostHidden(tx, id, { hiddenAtMs: nowMs(), hiddenReason: reason })
  return 'shown'
}

/** Shows the words of a post again; whether they were hidden. */
export async function showPost(tx: Tx, id: string): Promise<boolean> {
  const post = await findPostRow(tx, id)
  if (!post || post.hiddenAtMs === null) return false
  await setPostHidden(tx, id, { hiddenAtMs: null, hiddenReason: '' })
  return true
}
