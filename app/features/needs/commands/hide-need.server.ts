import { noteChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import type { NeedStatus } from '../model/need'
import { findNeed, setNeedStatus } from '../repo.server'

/**
 * Takes a need from the sight of others inside the caller's transaction.
 * @returns the status that it had; null for one that does not exist or is hidden already
 */
export async function hideNeed(tx: Tx, needId: string): Promise<NeedStatus | null> {
  const need = await findNeed(tx, needId)
  if (!need || need.status === 'hidden') return null
  await setNeedStatus(tx, need.organisationId, needId, 'hidden')
  await noteChange(tx, 'need', needId)
  return need.status
}

/** Gives a hidden need the status that it had, inside the caller's transaction; whether it was hidden. */
export async function showNeed(tx: Tx, needId: string, status: string | null): Promise<boolean> {
  const need = await findNeed(tx, needId)
  if (need?.status !== 'hidden') return false
  const former = status === 'open' || status === 'closed' ? status : 'paused'
  await setNeedStatus(tx, need.organisationId, needId, former)
  await noteChange(tx, 'need', needId)
  if (former === 'open') await tell(tx, 'need.changed', { needId })
  return true
}
