import type { ActionFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { claimCode } from '~/features/labels/commands/claim-code.server'
import { readCode } from '~/features/labels/model/code'
import { publishLot } from '~/features/lots/commands/publish-lot.server'
import { findLot } from '~/features/lots/queries.server'
import { publishLotSchema } from '~/features/lots/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOf } from '~/features/photos/queries.server'
import { faultsOf, fieldRefusal, privateJson, requireFieldActor } from '~/http/field-guard.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm, type FormReply } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

/**
 * Publishes a lot that was written on a device: the posting form's fields, in `compte` the account that wrote it, and in
 * `etiquette` the code of the label that is on the object. Sending it again, after an answer that was lost on the way,
 * answers the same. A label that cannot be had keeps no lot back: `labelFault` says why.
 */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const asUserId = form.get('compte')
  const label = form.get('etiquette')
  form.delete('compte')
  form.delete('etiquette')
  const actor = await requireFieldActor(request, { action: 'lot:create', asUserId })
  const known = await findOwnLot(actor, form.get('id'))
  if (known)
    return privateJson({ ...known, labelFault: await labelFault(request, actor, known.lotId, label) })
  const photoIds = form.getAll('photoIds').filter((id) => typeof id === 'string')
  const there = await listPhotosOf(actor.organisationId, photoIds)
  const missingPhotoIds = photoIds.filter((id) => !there.some((photo) => photo.id === id))
  if (missingPhotoIds.length > 0) return fieldRefusal('server', STATUS.conflict, { missingPhotoIds })
  const parsed = await parseForm(request, publishLotSchema, form)
  if (!parsed.ok) return refusal(parsed.reply)
  const { title, material } = parsed.value
  const named = title ?? translator(await localeOf(request), materials)(`type.${material}.name`)
  const published = await publishLot({ ...parsed.value, title: named, actor })
  if (!published.ok) return refusal(parsed.refuse(published.error))
  const { id } = published.value
  const fault = await labelFault(request, actor, id, label)
  return privateJson({ ...(await findOwnLot(actor, id)), labelFault: fault })
}

/** Ties the label that is on the object to the lot, which is there already: why not, in a sentence, or null. */
async function labelFault(request: Request, actor: Actor, lotId: string, label: FormDataEntryValue | null) {
  if (typeof label !== 'string') return null
  const locale = await localeOf(request)
  const code = readCode(label)
  if (code === null) return domainMessage(locale, { code: 'label-mistyped' })
  const claimed = await claimCode({ actor, code, lotId })
  return claimed.ok ? null : domainMessage(locale, claimed.error)
}

async function findOwnLot(actor: Actor, id: FormDataEntryValue | null) {
  const lot = typeof id === 'string' && isId(id) ? await findLot(id) : null
  if (lot?.organisationId !== actor.organisationId) return null
  return { ok: true, lotId: lot.id, reference: lot.reference }
}

function refusal({ data, init }: { data: FormReply; init: ResponseInit | null }): Response {
  return fieldRefusal('refused', init?.status ?? STATUS.invalid, { faults: faultsOf(data) })
}
