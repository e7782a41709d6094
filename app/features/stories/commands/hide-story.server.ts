import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { setStoryHidden } from '../repo.server'

/** Takes a story from the sight of others inside the caller's transaction; null where it is hidden already or unknown. */
export async function hideStory(tx: Tx, id: string): Promise<'told' | null> {
  return (await setStoryHidden(tx, id, nowMs())) ? 'told' : null
}

/** Lets a hidden story be shown again, as far as its sides still agree to it; whether it was hidden. */
export async function showStory(tx: Tx, id: string): Promise<boolean> {
  return setStoryHidden(tx, id, null)
}
