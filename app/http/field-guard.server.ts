import { can, type Action, type Actor } from '~/features/organisations/model/permissions'
import type { FieldCause, FieldDraft } from '~/features/field/model/field-draft'
import { optionalActor } from './actor.server'
import { domainMessage } from './issue-message.server'
import { localeOf } from './locale.server'
import type { FormReply } from './parse-form.server'

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** Data for the one person who asks; no browser keeps it by itself. */
export function privateJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE })
}

/** A refusal that a device reads: its cause, and sentences by field. */
export function fieldRefusal(
  cause: FieldCause,
  status: number,
  more: { faults?: FieldDraft['faults']; missingPhotoIds?: readonly string[] } = {},
): Response {
  return privateJson({ ok: false, cause, faults: {}, ...more }, status)
}

/**
 * The signed-in person, who may do this, as data rather than pages say it: a device that works by itself reads why not.
 * With `asUserId`, only that very account: what one person wrote is not sent for the next one on the same phone.
 */
export async function requireFieldActor(
  request: Request,
  { action, asUserId }: { action?: Action; asUserId?: FormDataEntryValue | null } = {},
): Promise<Actor> {
  const actor = await optionalActor(request)
  if (!actor) throw fieldRefusal('session', 403)
  if (asUserId !== undefined && asUserId !== actor.userId) throw fieldRefusal('other-account', 409)
  if (action && !can(actor, action)) {
    const sentence = domainMessage(await localeOf(request), { code: 'forbidden' })
    throw fieldRefusal('refused', 403, { faults: { '': [sentence] } })
  }
  return actor
}

/** The sentences of a refused form by field, as its page would show them. */
export function faultsOf({ result }: FormReply): FieldDraft['faults'] {
  const errors: Record<string, string[] | null> = result.error ?? {}
  return Object.fromEntries(Object.entries(errors).map(([name, sentences]) => [name, sentences ?? []]))
}
