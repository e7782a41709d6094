import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { comparedIn } from '~/features/keep/model/shelf'
import { compareRows } from '~/features/keep/ui/compare-rows'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { findVisibleLot } from '~/features/lots/queries.server'
import { localeOf } from './locale.server'
import { lotViewerOf } from './lot-viewer.server'

/** The lots that an address compares, as far as the reader may see them, and what they are compared by. */
export async function comparedLots(request: Request) {
  const { ids, isCut } = comparedIn(new URL(request.url).searchParams)
  const viewer = await lotViewerOf(request)
  const found = await Promise.all(ids.map((id) => findVisibleLot(id, viewer)))
  const today = isoDayOf(nowMs())
  const lots = found.flatMap((lot) => (lot ? [{ ...lot, state: lotStateOf(lot, today) }] : []))
  return {
    lots,
    rows: compareRows(lots, await localeOf(request)),
    isCut,
    isMissing: lots.length < ids.length,
  }
}
