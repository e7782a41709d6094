import { queryOf } from '~/features/administration/model/page-of'
import { labelExample, undoLabel } from '~/features/examples/commands/label-example.server'
import {
  exampleSearchSchema,
  labelExampleSchema,
  rejectExampleSchema,
  undoExampleSchema,
} from '~/features/examples/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { readForm } from '~/http/read-form.server'
import { notFound } from '~/http/replies.server'

type Act = { request: Request; actor: Actor; formData: FormData }

/** The act that the form names; on success, the query of the page to show next. */
export async function actOnPhoto(request: Request, actor: Actor) {
  const formData = await readForm(request)
  const act = { request, actor, formData }
  switch (formData.get('intent')) {
    case 'label':
      return label(act)
    case 'reject':
      return reject(act)
    case 'undo':
      return undo(act)
    default:
      throw notFound()
  }
}

async function label({ request, actor, formData }: Act) {
  const form = await parseForm(request, labelExampleSchema, formData)
  if (!form.ok) return form
  const { photoId } = form.value
  const labelled = await labelExample({ actor, photoId, label: form.value.label })
  return labelled.ok
    ? then(request, { dernier: photoId })
    : { ok: false as const, reply: form.refuse(labelled.error) }
}

async function reject({ request, actor, formData }: Act) {
  const form = await parseForm(request, rejectExampleSchema, formData)
  if (!form.ok) return form
  const { photoId } = form.value
  const rejected = await labelExample({ actor, photoId, label: null })
  return rejected.ok
    ? then(request, { dernier: photoId })
    : { ok: false as const, reply: form.refuse(rejected.error) }
}

async function undo({ request, actor, formData }: Act) {
  const form = await parseForm(request, undoExampleSchema, formData)
  if (!form.ok) return form
  const { photoId } = form.value
  const undone = await undoLabel({ actor, photoId })
  return undone.ok
    ? then(request, { dernier: photoId, photo: photoId })
    : { ok: false as const, reply: form.refuse(undone.error) }
}

/** The same filters and place: a photo that was decided leaves the list, and the next one takes its place. */
function then(request: Request, shown: { dernier: string; photo?: string }) {
  const { etat, origine, etiquette, rang } = parseSearch(request, exampleSearchSchema)
  const place = rang > 1 && !shown.photo ? { rang: String(rang) } : {}
  const query = queryOf({
    ...{ etat: etat === 'waiting' ? undefined : etat, origine, etiquette },
    ...place,
    ...shown,
  })
  return { ok: true as const, query }
}
