import { paths } from '~/core/paths'
import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { paperAddressOf } from '~/features/labels/paper-address.server'
import type { LotView } from '~/features/lots/model/lot'
import { lotDaysOf } from '~/features/lots/model/lot-days'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, type LotViewer } from '~/features/lots/model/visibility'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { lotCarbon } from '~/http/lot-carbon.server'

/** What a link shows of a lot: what its public page says, without the needs and the lots beside it. */
export async function readSharedSheet(lot: LotView, token: string, viewer: LotViewer) {
  const days = lotDaysOf(lot)
  const { today } = days
  const [photos, documents, carbon] = await Promise.all([
    listPhotosOfLots([lot.id]),
    listAttachmentsOfLot(lot.id),
    lotCarbon(lot, null),
  ])
  return {
    lot,
    days,
    state: lotStateOf(lot, today),
    photos: photos.get(lot.id) ?? [],
    documents,
    carbon,
    paper: paperAddressOf(paths.sharedLot(token)),
    /** Whether this reader sees the lot without the link. */
    isVisible: isVisibleTo(lot, viewer, today),
  }
}
