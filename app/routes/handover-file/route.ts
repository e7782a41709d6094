import type { LoaderFunctionArgs } from '@remix-run/node'
import { readHandoverFile } from '~/features/reservations/read-handover-file.server'
import { findHandoverFileView } from '~/features/reservations/queries/papers.server'
import { pictureReply, orNotFound } from '~/http/replies.server'
import { requireParty } from '~/http/reservation-party.server'

/** A picture that proves a handover, for its parties. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireParty(request, params.reservationId)
  const file = orNotFound(await findHandoverFileView(params.fileId ?? ''))
  if (file.reservationId !== view.id) orNotFound(null)
  return pictureReply(orNotFound(await readHandoverFile(file.storageKey)), 'private, no-store')
}
