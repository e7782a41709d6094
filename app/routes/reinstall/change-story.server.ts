import type { Actor } from '~/features/organisations/model/permissions'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { setStoryConsent } from '~/features/stories/commands/set-story-consent.server'
import { tellReinstallation } from '~/features/stories/commands/tell-reinstallation.server'
import { reinstallActionSchema } from '~/features/stories/schema'
import { requireRight } from '~/http/actor.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'

/**
 * Tells of a reinstallation with its photo, for the taking side alone, or writes what one's own side allows of the story.
 * The caller has proved that the actor is of one of the two sides.
 */
export async function changeStory(request: Request, actor: Actor, view: ReservationView) {
  const files: SentFile[] = []
  const isUpload = (request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')
  const sent = isUpload
    ? ((await readFilesForm(request, { photo: (file) => void files.push(file) })) ?? new FormData())
    : await readForm(request)
  sent.delete('photo')
  if (sent.get('intent') === 'reinstall')
    requireRight(actor, 'handover:reinstall', { ownerOrganisationIds: [view.takerOrganisationId] })
  const form = await parseForm(request, reinstallActionSchema, sent)
  if (!form.ok) return form
  if (form.value.intent === 'consent') {
    const { isPublic, isNamed } = form.value
    const changed = await setStoryConsent({ actor, reservationId: view.id, isPublic, isNamed })
    return changed.ok
      ? { ok: true as const, kind: 'consented' as const }
      : { ok: false as const, reply: form.refuse(changed.error) }
  }
  const { intent: _, ...answers } = form.value
  const [photo] = files
  if (photo) {
    const about = { actor, fileId: answers.fileId, reservationId: view.id, kind: 'installed' as const }
    const added = await addHandoverFile({ ...about, ...photo })
    if (!added.ok) return { ok: false as const, reply: form.refuse(added.error) }
  }
  const told = await tellReinstallation({ actor, reservationId: view.id, ...answers })
  return told.ok
    ? { ok: true as const, kind: 'reinstalled' as const }
    : { ok: false as const, reply: form.refuse(told.error) }
}
