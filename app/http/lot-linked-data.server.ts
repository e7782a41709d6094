import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { LotView } from '~/features/lots/model/lot'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { placesByCode } from '~/features/open-data/datasets.server'
import { lotNode } from '~/features/open-data/json-ld.server'
import { lotRecord } from '~/features/open-data/records.server'
import type { PhotoView } from '~/features/photos/model/photo-view'

/** What a lot's page tells search engines: the same as the open data, so nothing of a lot that is not in them. */
export async function lotLinkedData(lot: LotView, photos: readonly PhotoView[]) {
  const today = isoDayOf(nowMs())
  if (lotStateOf(lot, today) !== 'open' || !isVisibleTo(lot, VISITOR, today)) return null
  const node = lotNode(lotRecord(lot, photos, await placesByCode()))
  return { '@context': 'https://schema.org', ...node }
}
