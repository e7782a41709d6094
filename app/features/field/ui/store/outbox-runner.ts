import { nowMs } from '~/core/clock'
import type { FieldPhoto } from '../../model/field-draft'
import {
  afterHandover,
  afterLot,
  afterPhoto,
  nextRetryAtMs,
  nextToSend,
  pauseMs,
  stopsAll,
  type Outcome,
  type Sendable,
} from '../../model/outbox'
import type { SendingState } from './field-snapshot'
import type { FieldStore } from './field-store'
import { sendFieldDraft, sendFieldHandover, sendFieldPhoto } from './send'

/** Held by the one tab that sends; without locks, ids that the server knows keep two tabs from doubling anything. */
const LOCK = 'gisement-envoi'
let timer: ReturnType<typeof setTimeout> | undefined
let isRunning = false

/**
 * Sends what is ready, one thing after the other, until nothing is left or the network, the session or the server stops
 * it; then comes back by itself. When another tab already sends, that one goes on and this one does nothing.
 */
export async function flushOutbox(store: FieldStore): Promise<void> {
  clearTimeout(timer)
  if (isRunning) return
  isRunning = true
  try {
    if (typeof navigator.locks === 'undefined') await sendAll(store)
    else {
      await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (lock) await sendAll(store)
      })
    }
  } finally {
    isRunning = false
  }
  comeBack(store)
}

async function sendAll(store: FieldStore): Promise<void> {
  // Another tab may have sent since this one last looked.
  await store.reload()
  for (;;) {
    const { facts, drafts, handovers } = store.snapshot()
    const next = facts && nextToSend({ drafts, handovers }, facts.who.userId, nowMs())
    if (!next) break
    note(store, { isSending: true })
    const outcome = await send(store, next)
    await settle(store, next, outcome)
    if (!outcome.ok && stopsAll(outcome.cause)) {
      const failures = store.snapshot().sending.failures + 1
      const retryAtMs = nowMs() + pauseMs(failures, Math.random())
      return note(store, { isSending: false, cause: outcome.cause, failures, retryAtMs })
    }
    note(store, { cause: null, failures: 0, retryAtMs: 0 })
  }
  note(store, { isSending: false })
}

async function send(store: FieldStore, next: Sendable): Promise<Outcome> {
  if (next.kind === 'handover') {
    const { isWeighed, slipId } = next.handover
    if (!isWeighed) return sendFieldHandover(next.handover, null)
    const slip = await (await store.opened)?.get('photos', slipId)
    return slip ? sendFieldHandover(next.handover, slip.blob) : { ok: false, cause: 'lost' }
  }
  if (next.kind === 'lot') return sendFieldDraft(next.draft)
  const picture = await (await store.opened)?.get('photos', next.photo.id)
  // A picture that the device lost cannot be sent, and must not hold up its lot for ever.
  if (!picture) return { ok: false, cause: 'lost' }
  return sendFieldPhoto(next.photo.id, picture.blob, next.draft.ownerUserId)
}

async function settle(store: FieldStore, next: Sendable, outcome: Outcome): Promise<void> {
  const attempts = next.kind === 'handover' ? next.handover.attempts : next.draft.attempts
  const retryAtMs = nowMs() + pauseMs(attempts + 1, Math.random())
  if (next.kind === 'handover') {
    await store.change('handovers', next.handover.id, (entry) => afterHandover(entry, outcome, retryAtMs))
    if (outcome.ok && next.handover.isWeighed) await dropPictures(store, [{ id: next.handover.slipId }])
  } else if (next.kind === 'photo') {
    await store.change('drafts', next.draft.id, (draft) =>
      afterPhoto(draft, next.photo.id, outcome, retryAtMs),
    )
  } else {
    await store.change('drafts', next.draft.id, (draft) => afterLot(draft, outcome, retryAtMs))
    // Once the lot is there, its pictures come from the server.
    if (outcome.ok) await dropPictures(store, next.draft.photos)
  }
}

async function dropPictures(store: FieldStore, photos: readonly Pick<FieldPhoto, 'id'>[]): Promise<void> {
  await store.write(async (db) => {
    const tx = db.transaction('photos', 'readwrite')
    await Promise.all([...photos.map(({ id }) => tx.store.delete(id)), tx.done])
  })
}

/** Sets the clock for the next try: of the whole queue, or of what failed on its own. */
function comeBack(store: FieldStore): void {
  const { sending, drafts, handovers, facts } = store.snapshot()
  const ownAtMs = nextRetryAtMs({ drafts, handovers }, facts?.who.userId ?? '')
  const atMs = sending.retryAtMs || ownAtMs
  if (!atMs || sending.cause === 'session' || sending.cause === 'other-account') return
  timer = setTimeout(() => void flushOutbox(store), Math.max(1000, atMs - nowMs()))
}

function note(store: FieldStore, change: Partial<SendingState>): void {
  store.noteSending({ ...store.snapshot().sending, ...change })
}
