import { listVisibleIds } from '~/features/lots/queries.server'
import { lotViewerOf } from './lot-viewer.server'

/** Which lots behind these handovers the reader may open: the others are named and not linked. */
export async function readableLots(request: Request, rows: readonly { lotId: string }[]): Promise<string[]> {
  return listVisibleIds(
    rows.map(({ lotId }) => lotId),
    await lotViewerOf(request),
  )
}
