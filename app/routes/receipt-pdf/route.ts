import type { LoaderFunctionArgs } from '@remix-run/node'
import { handoverPaperReply } from '~/http/handover-paper.server'

/** The pickup receipt of a signed handover, for its parties. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return handoverPaperReply(request, params.reservationId, 'receipt')
}
