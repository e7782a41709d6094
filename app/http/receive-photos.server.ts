import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import type { AttachmentView } from '~/features/attachments/model/attachment'
import { listAttachmentsOf } from '~/features/attachments/queries.server'
import { hastenClassification } from '~/features/classifier/commands/hasten-classification.server'
import { combineSuggestions } from '~/features/classifier/model/combine-suggestions'
import type { Suggestion } from '~/features/classifier/model/suggest'
import { offReasonOf } from '~/features/classifier/off-reason.server'
import { listClassifications } from '~/features/classifier/queries.server'
import { draftAnswers, listOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { listPhotosOf } from '~/features/photos/queries.server'
import { domainMessage } from './issue-message.server'
import { readFilesForm, type SentFile } from './read-photo-form.server'
import { receiveAttachments } from './receive-attachments.server'

export type ReceivedForm = {
  /** The form without its files; the photos and documents stored from them are among its `photoIds` and `attachmentIds`. */
  form: FormData
  /** Why some photos were not taken, each by its name. */
  faults: string[]
  /** Why some documents were not taken, each by its name. */
  documentFaults: string[]
}

/** Reads a posted form and stores the photos and documents it brings; one that is refused does not hold up the others. */
export async function receivePhotos(
  request: Request,
  actor: Actor,
  locale: Locale,
): Promise<ReceivedForm | null> {
  const stored: string[] = []
  const faults: string[] = []
  const documents: SentFile[] = []
  const form = await readFilesForm(request, {
    photos: async (file) => {
      if (stored.length >= MAX_PHOTOS_PER_LOT) return
      const added = await addPhoto({ actor, photoId: newId(), ...file })
      if (added.ok) stored.push(added.value.photoId)
      else faults.push(domainMessage(locale, added.error))
    },
    attachments: (file) => void documents.push(file),
  })
  if (!form) return null
  const room = MAX_PHOTOS_PER_LOT - form.getAll('photoIds').length
  for (const id of stored.slice(0, Math.max(0, room))) form.append('photoIds', id)
  if (stored.length > room) faults.push(domainMessage(locale, { code: 'photo-limit' }))
  form.delete('photos')
  const documentFaults = await receiveAttachments(form, documents, actor, locale)
  return { form, faults, documentFaults }
}

export type PhotosOfForm = {
  photos: PhotoView[]
  suggestion: Suggestion | null
  attachments: AttachmentView[]
}

/** The photos and documents that a form has so far and what the model says of the photos together. */
export function photosOfForm(form: FormData, actor: Actor): Promise<PhotosOfForm> {
  return photosOfAnswers(draftAnswers(form), actor)
}

/** The same for the answers of a draft. */
export async function photosOfAnswers(answers: PostingAnswers, actor: Actor): Promise<PhotosOfForm> {
  const photos = await listPhotosOf(actor.organisationId, listOf(answers, 'photoIds'))
  const said = await listClassifications(photos.map(({ id }) => id))
  return {
    photos,
    suggestion: said.length > 0 ? combineSuggestions(said) : null,
    attachments: await listAttachmentsOf(actor.organisationId, listOf(answers, 'attachmentIds')),
  }
}

const PAUSE_MS = 200
const LOOKS = 20

/**
 * Waits for the model's word on every photo, four seconds at most: a page without JavaScript cannot ask later. When none
 * will come, it does not wait.
 */
export async function waitForSuggestions(form: FormData): Promise<void> {
  const ids = form.getAll('photoIds').filter((id) => typeof id === 'string')
  for (let look = 0; look < LOOKS; look++) {
    const said = new Set((await listClassifications(ids)).map(({ photoId }) => photoId))
    const waiting = ids.filter((id) => !said.has(id))
    if (waiting.length === 0) return
    if (waiting[0] && (await offReasonOf(waiting[0]))) return
    for (const id of waiting) await hastenClassification(id)
    await wait(PAUSE_MS)
  }
}
