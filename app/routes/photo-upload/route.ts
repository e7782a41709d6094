import type { ActionFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { refused, type DomainError, type Result } from '~/core/result'
import { can } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { optionalActor } from '~/http/actor.server'
import { requireFieldActor } from '~/http/field-guard.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { readPhotoForm } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'

/**
 * Takes one photo (field `photo` of a multipart form) under the id its sender made; sending again is harmless. A device
 * that works by itself names its account in `compte`, and is told when another one is signed in.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const asUserId = new URL(request.url).searchParams.get('compte')
  if (asUserId !== null) await requireFieldActor(request, { action: 'photo:create', asUserId })
  const sent = await receive(request, params.photoId ?? '')
  if (sent.ok) return Response.json({ photoId: sent.value.photoId }, { status: 201 })
  return Response.json({ error: await sentenceOf(request, sent.error) }, { status: STATUS[sent.error.code] })
}

async function receive(request: Request, photoId: string): Promise<Result<{ photoId: string }>> {
  const actor = await optionalActor(request)
  if (!actor || !can(actor, 'photo:create')) return refused('forbidden')
  if (!isId(photoId)) return refused('invalid')
  const results: Result<{ photoId: string }>[] = []
  await readPhotoForm(request, 'photo', async (file) => {
    if (results.length === 0) results.push(await addPhoto({ actor, photoId, ...file }))
  })
  return results[0] ?? refused('invalid')
}

async function sentenceOf(request: Request, error: DomainError): Promise<string> {
  return domainMessage(await localeOf(request), error)
}
