import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { LotView } from '~/features/lots/model/lot'
import { lotStateOf, type LotState } from '~/features/lots/model/lot-state'
import { findLots, listVisibleIds } from '~/features/lots/queries.server'
import { keptIdsOf, shelfOf } from './kept-lots.server'
import { lotViewerOf } from './lot-viewer.server'

export type KeptLot = { lot: LotView; state: LotState }

/** The lots that whoever asks keeps and may still see, the last kept first, and how many they may see no more. */
export async function keptLotsOf(request: Request): Promise<{ kept: KeptLot[]; hiddenIds: string[] }> {
  const ids = await keptIdsOf(request)
  const found = await visibleLots(request, ids)
  const today = isoDayOf(nowMs())
  return {
    kept: found.map((lot) => ({ lot, state: lotStateOf(lot, today) })),
    hiddenIds: ids.filter((id) => !found.some((lot) => lot.id === id)),
  }
}

/** The lots looked at last on this device; null while its reader has not asked for them to be remembered. */
export async function seenLotsOf(request: Request): Promise<LotView[] | null> {
  const { seen } = await shelfOf(request)
  return seen && visibleLots(request, seen)
}

/** Lots in the order of their ids, without those that the reader may not see. */
async function visibleLots(request: Request, ids: readonly string[]): Promise<LotView[]> {
  const visible = new Set(await listVisibleIds(ids, await lotViewerOf(request)))
  const lots = await findLots(ids.filter((id) => visible.has(id)))
  return ids.flatMap((id) => lots.get(id) ?? [])
}
