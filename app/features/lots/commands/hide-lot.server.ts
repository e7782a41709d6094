import { noteChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import type { LotStatus } from '../model/lot'
import { findLot, setLotStatus } from '../repo.server'
import { offerFreed } from './offer-freed.server'

/**
 * Takes a lot from the sight of others inside the caller's transaction; what is held of it stays held.
 * @returns the status that it had; null for one that does not exist, is hidden already or withdrawn
 */
export async function hideLot(tx: Tx, lotId: string): Promise<LotStatus | null> {
  const lot = await findLot(tx, lotId)
  if (!lot || lot.status === 'hidden' || lot.status === 'withdrawn') return null
  await setLotStatus(tx, lot.organisationId, lotId, 'hidden')
  await noteChange(tx, 'lot', lotId)
  await tell(tx, 'lot.gone', { lotId })
  return lot.status
}

/** Gives a hidden lot the status that it had, inside the caller's transaction; whether it was hidden. */
export async function showLot(tx: Tx, lotId: string, status: string | null): Promise<boolean> {
  const lot = await findLot(tx, lotId)
  if (lot?.status !== 'hidden') return false
  const former = status === 'published' ? 'published' : 'paused'
  await setLotStatus(tx, lot.organisationId, lotId, former)
  await noteChange(tx, 'lot', lotId)
  if (former === 'published') {
    await tell(tx, 'lot.changed', { lotId })
    await offerFreed(tx, lotId)
  }
  return true
}
