import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { draftFields, type FieldDraft } from '../../model/field-draft'
import { FACTS_VERSION, type FieldFacts } from '../../model/field-facts'
import { handoverFields, type FieldHandover } from '../../model/field-handover'
import type { Outcome } from '../../model/outbox'

/** After so long without an answer, a slow network is given up for now: what arrived counts when it is sent again. */
const PHOTO_PATIENCE_MS = 120_000
const PATIENCE_MS = 30_000

/** Sends one photo under its id, for one account alone. */
export function sendFieldPhoto(photoId: string, blob: Blob, asUserId: string): Promise<Outcome> {
  const body = new FormData()
  body.append('photo', blob, `${photoId}.jpg`)
  const query = new URLSearchParams({ compte: asUserId })
  return post(`${paths.photoUpload(photoId)}?${query.toString()}`, body, PHOTO_PATIENCE_MS)
}

export function sendFieldDraft(draft: FieldDraft): Promise<Outcome> {
  const body = new URLSearchParams([...draftFields(draft), ['compte', draft.ownerUserId]])
  return post(paths.fieldSend(), body, PATIENCE_MS)
}

/** Sends a signed handover, with the picture of its weighing slip where there is one. */
export function sendFieldHandover(handover: FieldHandover, slip: Blob | null): Promise<Outcome> {
  const fields = handoverFields(handover, nowMs())
  if (!slip) return post(paths.fieldHandover(), new URLSearchParams(fields), PATIENCE_MS)
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.append('slip', slip, `${handover.slipId}.jpg`)
  return post(paths.fieldHandover(), body, PHOTO_PATIENCE_MS)
}

export type FactsReply = { kind: 'facts'; facts: FieldFacts } | { kind: 'session' } | { kind: 'none' }

/** Asks who is signed in and what the device should know; `none` when nothing usable came. */
export async function fetchFacts(): Promise<FactsReply> {
  if (!navigator.onLine) return { kind: 'none' }
  try {
    const response = await fetch(paths.fieldData(), { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.status === 403) return { kind: 'session' }
    const reply: unknown = response.ok ? await response.json() : null
    return isFacts(reply) ? { kind: 'facts', facts: reply } : { kind: 'none' }
  } catch {
    return { kind: 'none' }
  }
}

/** Posts and reads what became of it. Never throws: a dead network is an answer like any other. */
async function post(path: string, body: BodyInit, patienceMs: number): Promise<Outcome> {
  if (!navigator.onLine) return { ok: false, cause: 'offline' }
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(path, {
      method: 'POST',
      body,
      signal,
      headers: { Accept: 'application/json' },
    })
    return outcomeOf(response.status, await response.json().catch(() => null))
  } catch {
    return { ok: false, cause: 'offline' }
  }
}

type Reply = {
  ok?: unknown
  photoId?: unknown
  reference?: unknown
  labelFault?: unknown
  cause?: unknown
  faults?: unknown
  missingPhotoIds?: unknown
  error?: unknown
}

function outcomeOf(status: number, reply: unknown): Outcome {
  const said: Reply = typeof reply === 'object' && reply !== null ? reply : {}
  if (status < 300 && (said.ok === true || said.photoId !== undefined)) {
    return { ok: true, reference: textIn(said.reference), labelFault: textIn(said.labelFault) }
  }
  if (status === 429 || status === 503) return { ok: false, cause: 'busy' }
  if (said.cause === 'session' || said.cause === 'other-account') return { ok: false, cause: said.cause }
  if (Array.isArray(said.missingPhotoIds)) {
    return { ok: false, cause: 'server', missingPhotoIds: said.missingPhotoIds.map(String) }
  }
  if (status >= 400 && status < 500) return { ok: false, cause: 'refused', faults: faultsOf(said) }
  // A page instead of data, as a hotel's network answers, is no answer of the server either.
  return { ok: false, cause: status >= 500 ? 'server' : 'offline' }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function faultsOf({ faults, error }: Reply): FieldDraft['faults'] {
  if (typeof error === 'string') return { photoIds: [error] }
  if (typeof faults !== 'object' || faults === null) return {}
  return Object.fromEntries(
    Object.entries(faults).map(([name, said]) => [name, Array.isArray(said) ? said.map(String) : []]),
  )
}

function isFacts(reply: unknown): reply is FieldFacts {
  return typeof reply === 'object' && reply !== null && 'version' in reply && reply.version === FACTS_VERSION
}
