import type { FieldCause, FieldDraft, FieldPhoto } from './field-draft'
import type { FieldHandover } from './field-handover'

export type FieldQueue = { drafts: readonly FieldDraft[]; handovers: readonly FieldHandover[] }

/** The one thing to send now. */
export type Sendable =
  | { kind: 'handover'; handover: FieldHandover }
  | { kind: 'photo'; draft: FieldDraft; photo: FieldPhoto }
  | { kind: 'lot'; draft: FieldDraft }

/** What became of a sending. */
export type Outcome =
  | { ok: true; reference?: string; labelFault?: string }
  | { ok: false; cause: FieldCause; faults?: FieldDraft['faults']; missingPhotoIds?: readonly string[] }

/**
 * The one thing to send now for an account, or null. Signed handovers first, which are small; then the oldest draft
 * that is ready, its photos one by one before itself; then photos of drafts still being written, so that they are there
 * already. What failed on its own waits for its instant without holding up the others.
 */
export function nextToSend({ drafts, handovers }: FieldQueue, userId: string, atMs: number): Sendable | null {
  const due = <Entry extends { ownerUserId: string; cause: FieldCause | null; retryAtMs: number }>(
    entries: readonly Entry[],
  ) => entries.filter((entry) => entry.ownerUserId === userId && entry.retryAtMs <= atMs && isTried(entry))
  const handover = oldest(due(handovers).filter(({ state }) => state === 'ready'))
  if (handover) return { kind: 'handover', handover }
  const ready = oldest(due(drafts).filter(({ state }) => state === 'ready'))
  if (ready) {
    const photo = ready.photos.find(({ status }) => status === 'waiting')
    return photo ? { kind: 'photo', draft: ready, photo } : { kind: 'lot', draft: ready }
  }
  for (const draft of due(drafts).filter(({ state }) => state === 'writing')) {
    const photo = draft.photos.find(({ status }) => status === 'waiting')
    if (photo) return { kind: 'photo', draft, photo }
  }
  return null
}

/** The earliest instant at which something that failed on its own may be tried again; null when nothing waits so. */
export function nextRetryAtMs({ drafts, handovers }: FieldQueue, userId: string): number | null {
  const waiting = [...drafts, ...handovers].filter(
    (entry) =>
      entry.ownerUserId === userId && entry.state !== 'sent' && isTried(entry) && entry.retryAtMs > 0,
  )
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ retryAtMs }) => retryAtMs))
}

/** The draft after its photo was sent or not. A fault of the network, the session or a busy server is nobody's own. */
export function afterPhoto(
  draft: FieldDraft,
  photoId: string,
  outcome: Outcome,
  retryAtMs: number,
): FieldDraft {
  const photos = draft.photos.map((photo): FieldPhoto => {
    if (photo.id !== photoId) return photo
    if (outcome.ok) return { ...photo, status: 'sent', cause: null }
    return { ...photo, status: isForAPerson(outcome) ? 'refused' : 'waiting', cause: outcome.cause }
  })
  if (outcome.ok) return { ...draft, photos, cause: null, attempts: 0, retryAtMs: 0 }
  return { ...draft, photos, ...failed(draft, outcome, retryAtMs) }
}

/** The draft after it was sent or not. Photos that the server no longer has are sent again. */
export function afterLot(draft: FieldDraft, outcome: Outcome, retryAtMs: number): FieldDraft {
  if (outcome.ok) {
    const { reference = null, labelFault = null } = outcome
    return { ...draft, state: 'sent', cause: null, faults: {}, reference, labelFault }
  }
  const missing = outcome.missingPhotoIds ?? []
  if (missing.length === 0) return { ...draft, ...failed(draft, outcome, retryAtMs) }
  const photos = draft.photos.map((photo): FieldPhoto =>
    missing.includes(photo.id) ? { ...photo, status: 'waiting', cause: null } : photo,
  )
  return { ...draft, photos, cause: null, attempts: draft.attempts + 1, retryAtMs }
}

/** The handover after it was sent or not. */
export function afterHandover(handover: FieldHandover, outcome: Outcome, retryAtMs: number): FieldHandover {
  if (outcome.ok) return { ...handover, state: 'sent', cause: null, faults: {} }
  return { ...handover, ...failed(handover, outcome, retryAtMs) }
}

const FIRST_PAUSE_MS = 2000
const LONGEST_PAUSE_MS = 5 * 60_000

/**
 * How long to wait after a number of failures in a row: twice as long each time up to five minutes, less a random half,
 * so that phones that lost the same network do not all come back at once. `random` is in [0, 1).
 */
export function pauseMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(longest * (1 - random / 2))
}

/** Whether a cause stops the whole queue rather than one entry: what failed would fail for the others too. */
export function stopsAll(cause: FieldCause): boolean {
  return cause === 'offline' || cause === 'session' || cause === 'busy' || cause === 'other-account'
}

/** What is still to be sent for an account, and what of it waits for a person. */
export type OutboxCounts = { photos: number; lots: number; handovers: number; refused: number }

export function countOutbox({ drafts, handovers }: FieldQueue, userId: string): OutboxCounts {
  const lots = drafts.filter((draft) => draft.ownerUserId === userId && draft.state === 'ready')
  const signed = handovers.filter((entry) => entry.ownerUserId === userId && entry.state === 'ready')
  const going = lots.filter(isTried)
  return {
    photos: going.flatMap(({ photos }) => photos).filter(({ status }) => status === 'waiting').length,
    lots: going.length,
    handovers: signed.filter(isTried).length,
    refused: [...lots, ...signed].filter((entry) => !isTried(entry)).length,
  }
}

/** Everything of this device that the server does not have, of whichever account. */
export function countUnsent({ drafts, handovers }: FieldQueue): number {
  return [...drafts, ...handovers].filter(({ state }) => state !== 'sent').length
}

const DAY_MS = 86_400_000
/** Browsers may empty what a site keeps after a week unused: from here on it is said. */
const LATE_DAYS = 2

/** For how many days something ready has not been sent, once that is long enough to be told; else null. */
export function lateDays(readyAtMs: number | null, atMs: number): number | null {
  if (readyAtMs === null) return null
  const days = Math.floor((atMs - readyAtMs) / DAY_MS)
  return days >= LATE_DAYS ? days : null
}

/** Back in the queue at once, whatever it failed on. */
export function retried<Entry extends FieldDraft | FieldHandover>(entry: Entry): Entry {
  const fresh = { ...entry, cause: null, faults: {}, attempts: 0, retryAtMs: 0 }
  if (!('photos' in fresh)) return fresh
  return {
    ...fresh,
    photos: fresh.photos.map((photo) =>
      photo.status === 'refused' ? { ...photo, status: 'waiting', cause: null } : photo,
    ),
  }
}

function isTried({ cause }: { cause: FieldCause | null }): boolean {
  return cause === null || !isForAPerson({ cause })
}

/** Whether a person has to look at it: trying again by itself would change nothing. */
export function isForAPerson({ cause }: { cause: FieldCause | null }): boolean {
  return cause === 'refused' || cause === 'lost'
}

function oldest<Entry extends { readyAtMs: number | null }>(entries: readonly Entry[]): Entry | null {
  return [...entries].sort((a, b) => (a.readyAtMs ?? 0) - (b.readyAtMs ?? 0))[0] ?? null
}

function failed(
  { attempts }: { attempts: number },
  { cause, faults = {} }: Extract<Outcome, { ok: false }>,
  retryAtMs: number,
) {
  const isOwn = !stopsAll(cause)
  return {
    cause,
    faults,
    attempts: isOwn ? attempts + 1 : attempts,
    retryAtMs: cause === 'server' ? retryAtMs : 0,
  }
}

/** Whether a published draft has been told for long enough. */
export function isStaleDraft({ state, readyAtMs, updatedAtMs }: FieldDraft, atMs: number): boolean {
  return state === 'sent' && atMs - (readyAtMs ?? updatedAtMs) >= DAY_MS
}

export function isStaleHandover({ state, readyAtMs }: FieldHandover, atMs: number): boolean {
  return state === 'sent' && atMs - readyAtMs >= DAY_MS
}
