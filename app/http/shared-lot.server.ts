import type { LotView } from '~/features/lots/model/lot'
import { findSharedLot } from '~/features/lots/queries/shares.server'
import { notFound } from './replies.server'
import { SHARE_STATUS } from './status'

/** The lot of a link for what hangs on its page (a document, a PDF); refuses with the status of the page. */
export async function requireSharedLot(token: string | undefined): Promise<LotView> {
  const shared = await findSharedLot(token ?? '')
  if (shared.state === 'open') return shared.lot
  if (shared.state === 'unknown') throw notFound()
  throw new Response(null, { status: SHARE_STATUS[shared.state], statusText: 'Gone' })
}
