import type { LoaderFunctionArgs } from '@remix-run/node'
import { spottingOf } from '~/features/faces/queries.server'
import { findPhotoOf } from '~/features/photos/queries.server'
import { requireActor } from '~/http/actor.server'
import { orNotFound } from '~/http/replies.server'

/** What was spotted in a photo, for the organisation that sent it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'photo:create')
  const photo = orNotFound(await findPhotoOf(actor.organisationId, params.photoId ?? ''))
  return Response.json(await spottingOf(photo), { headers: { 'Cache-Control': 'no-store' } })
}
