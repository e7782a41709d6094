import type { LoaderFunctionArgs } from '@remix-run/node'
import { hastenClassification } from '~/features/classifier/commands/hasten-classification.server'
import type { SuggestionReply } from '~/features/classifier/model/suggestion-reply'
import { offReasonOf } from '~/features/classifier/off-reason.server'
import { listClassifications } from '~/features/classifier/queries.server'
import { findPhotoOf } from '~/features/photos/queries.server'
import { requireActor } from '~/http/actor.server'
import { orNotFound } from '~/http/replies.server'

/** What the model says of a photo, for the organisation that sent it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'photo:create')
  const photo = orNotFound(await findPhotoOf(actor.organisationId, params.photoId ?? ''))
  return Response.json(await replyFor(photo.id), { headers: { 'Cache-Control': 'no-store' } })
}

async function replyFor(photoId: string): Promise<SuggestionReply> {
  const [said] = await listClassifications([photoId])
  if (said) return { status: 'done', verdict: said.verdict, candidates: said.candidates }
  const reason = await offReasonOf(photoId)
  if (reason) return { status: 'off', reason }
  await hastenClassification(photoId)
  return { status: 'waiting' }
}
