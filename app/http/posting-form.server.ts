import { data } from '@remix-run/node'
import type { Actor } from '~/features/organisations/model/permissions'
import { askedMove, movedTo } from '~/features/photos/model/photo-order'
import { domainMessage } from './issue-message.server'
import { keepAnswers } from './keep-answers.server'
import { localeOf } from './locale.server'
import type { FormReply } from './parse-form.server'
import { photosOfForm, receivePhotos, waitForSuggestions, type PhotosOfForm } from './receive-photos.server'
import { STATUS } from './status'

type Reply = ReturnType<typeof data<FormReply & PhotosOfForm>>
export type ReadPosting = { ok: true; form: FormData } | { ok: false; reply: Reply }

/**
 * Reads a posted form of a lot, new or not, with the photos and documents that it brings. A form that only asks for its
 * photos, for the sheet of a material or for another order of its photos comes back with its answers kept, as does one
 * of which a file was refused; any other goes on.
 */
export async function readPosting(request: Request, actor: Actor): Promise<ReadPosting> {
  const locale = await localeOf(request)
  const received = await receivePhotos(request, actor, locale)
  if (!received) {
    const sentence = domainMessage(locale, { code: 'invalid' })
    const result = keepAnswers(new FormData(), { photoIds: [sentence] })
    const files = { photos: [], suggestion: null, attachments: [] }
    return { ok: false, reply: data({ result, ...files }, { status: STATUS.invalid }) }
  }
  const { form, faults, documentFaults } = received
  const intent = form.get('intent')
  const isFaulty = faults.length > 0 || documentFaults.length > 0
  const isMoved = movePhoto(form)
  if (!isMoved && !isFaulty && intent !== 'photos' && intent !== 'sheet') return { ok: true, form }
  const isMissing = intent === 'photos' && !form.has('photoIds')
  if (isMissing && !isFaulty) faults.push(domainMessage(locale, { code: 'photo-required' }))
  if (!isMoved) await waitForSuggestions(form)
  const result = keepAnswers(form, { photoIds: faults, attachmentIds: documentFaults })
  const status = isFaulty ? STATUS.invalid : 200
  return { ok: false, reply: data({ result, ...(await photosOfForm(form, actor)) }, { status }) }
}

/** A refused form with the photos and documents that it has. */
export async function withFiles(
  reply: ReturnType<typeof data<FormReply>>,
  form: FormData,
  actor: Actor,
): Promise<Reply> {
  return data({ ...reply.data, ...(await photosOfForm(form, actor)) }, reply.init ?? {})
}

/** Puts the photos of a form in the order that its button asks for; says whether it asked. */
function movePhoto(form: FormData): boolean {
  const asked = askedMove(form.get('intent'))
  if (!asked) return false
  const ids = form.getAll('photoIds')
  form.delete('photoIds')
  for (const id of movedTo(ids, ids.indexOf(asked.id), asked.move)) form.append('photoIds', id)
  return true
}
