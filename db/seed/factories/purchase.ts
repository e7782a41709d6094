import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { communePurchases } from '~db/sqlite/board'

export type PurchaseRow = typeof communePurchases.$inferSelect

/** A line of a commune's purchases: by default Montreuil's office furniture, half of it reused. */
export function makePurchase(
  purchase: Pick<PurchaseRow, 'createdByUserId' | 'year'> & Partial<PurchaseRow>,
): PurchaseRow {
  return {
    id: newId(),
    communeCode: '93048',
    label: 'Mobilier de bureau',
    amountCents: 4_200_000,
    reusedBp: 5000,
    recycledBp: 1000,
    createdAtMs: nowMs(),
    ...purchase,
  }
}
