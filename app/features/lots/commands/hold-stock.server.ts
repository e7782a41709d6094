import { ok, refused, type Result } from '~/core/result'
import { MILLI } from '~/core/units'
import type { Tx } from '~/platform/transaction.server'
import { leastTakeMilli } from '../model/least-take'
import { findLot, returnStock, takeStock, type LotRow } from '../repo.server'
import { offerFreed } from './offer-freed.server'

/**
 * Holds a part of a lot inside the caller's transaction. Never grants more than is free, whatever the number of
 * processes asking at once: the stock changes by one conditional update.
 * Refuses `not-found`, `not-open` (a lot that is not online, or whose organisation is closed), `out-of-stock` (with what
 * is left, in whole units), and less than the least that may be taken: `whole-lot`, `min-take`.
 */
export async function holdStock(tx: Tx, lotId: string, quantityMilli: number): Promise<Result<LotRow>> {
  const taken = await takeStock(tx, lotId, quantityMilli)
  const lot = await findLot(tx, lotId)
  if (!lot) return refused('not-found')
  if (taken) return ok(lot)
  const isEnough = quantityMilli >= leastTakeMilli(lot)
  if (lot.status !== 'published' || (lot.availableMilli >= quantityMilli && isEnough))
    return refused('not-open')
  if (lot.availableMilli > quantityMilli) return refusedTake(lot)
  return refused('out-of-stock', { field: 'quantity', params: { left: lot.availableMilli / MILLI } })
}

function refusedTake(lot: LotRow): Result<never> {
  const [field, least] = ['quantity', leastTakeMilli(lot) / MILLI]
  if (lot.isWhole) return refused('whole-lot', { field, params: { left: least } })
  return refused('min-take', { field, params: { least } })
}

/** Gives a held part back to the lot inside the caller's transaction, and offers it to those who wait for it. */
export async function releaseStock(tx: Tx, lotId: string, quantityMilli: number): Promise<void> {
  await returnStock(tx, lotId, quantityMilli)
  await offerFreed(tx, lotId)
}
