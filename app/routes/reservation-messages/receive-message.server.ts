import { newId } from '~/core/ids'
import { refused, type DomainError, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import { MAX_MESSAGE_PHOTOS } from '~/features/reservations/model/thread'
import { writeMessageSchema } from '~/features/reservations/schema'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { readPhotoForm } from '~/http/read-photo-form.server'
import type { z } from 'zod'

type Written = z.output<typeof writeMessageSchema>
type Received = { form: ParsedForm<Written>; sent: Result<{ id: string }> | null }

/**
 * Reads a message with its photos and writes it. Photos that were stored stay with the form when something else of it is
 * refused, so that they are sent once.
 */
export async function receiveMessage(
  request: Request,
  actor: Actor,
  reservationId: string,
): Promise<Received> {
  const stored: string[] = []
  const faults: DomainError[] = []
  const read = await readPhotoForm(request, 'photos', async (file) => {
    if (stored.length >= MAX_MESSAGE_PHOTOS) return
    const added = await addPhoto({ actor, photoId: newId(), isPrivate: true, ...file })
    if (added.ok) stored.push(added.value.photoId)
    else faults.push({ ...added.error, field: 'photos' })
  })
  const body = read ?? new FormData()
  body.delete('photos')
  const room = MAX_MESSAGE_PHOTOS - body.getAll('photoIds').length
  for (const id of stored.slice(0, Math.max(0, room))) body.append('photoIds', id)
  const form = await parseForm(request, writeMessageSchema, body)
  if (!form.ok) return { form, sent: null }
  if (faults[0]) return { form, sent: { ok: false, error: faults[0] } }
  if (stored.length > room) return { form, sent: refused('photo-limit', { field: 'photos' }) }
  return { form, sent: await writeMessage({ actor, reservationId, ...form.value }) }
}
