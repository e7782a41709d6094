import { nowMs } from '~/core/clock'
import { isStaleDraft, isStaleHandover } from '../../model/outbox'
import type { FieldStore } from './field-store'
import { flushOutbox } from './outbox-runner'
import { fetchFacts } from './send'

/** While the page stays open, what the device knows is asked anew this often at most. */
const FRESH_MS = 60_000
let askedAtMs = 0
/** Pictures wait this long after the page: on a slow network they would hold up the photos that a person sends first. */
const PICTURES_AFTER_MS = 10_000
let pictures: ReturnType<typeof setTimeout> | undefined

/**
 * Asks the server who is signed in and what the device should know, keeps it, then sends what waits. Another account
 * takes the place of the one before; what that one wrote stays, unsent.
 */
export async function syncField(store: FieldStore): Promise<void> {
  await store.reload()
  const { sending, facts } = store.snapshot()
  const isFresh = facts !== null && sending.cause === null && nowMs() - askedAtMs < FRESH_MS
  if (!isFresh) await askFacts(store)
  store.noteAsked()
  await flushOutbox(store)
}

async function askFacts(store: FieldStore): Promise<void> {
  const reply = await fetchFacts()
  if (reply.kind === 'none') return
  const { sending } = store.snapshot()
  if (reply.kind === 'session') return store.noteSending({ ...sending, cause: 'session' })
  askedAtMs = nowMs()
  await store.keepFacts(reply.facts)
  store.noteSending({ isSending: false, cause: null, retryAtMs: 0, failures: 0 })
  await dropStale(store)
  clearTimeout(pictures)
  pictures = setTimeout(() => void keepPictures(store), PICTURES_AFTER_MS)
}

/** What was sent a day ago or more needs no word any longer. */
async function dropStale(store: FieldStore): Promise<void> {
  const { drafts, handovers } = store.snapshot()
  for (const draft of drafts) if (isStaleDraft(draft, nowMs())) await store.remove('drafts', draft.id)
  for (const entry of handovers) {
    if (isStaleHandover(entry, nowMs())) await store.remove('handovers', entry.id)
  }
}

/** Keeps the small pictures that the facts name and drops the others. One that does not come is asked for next time. */
async function keepPictures(store: FieldStore): Promise<void> {
  const db = await store.opened
  const { facts } = store.snapshot()
  if (!db || !facts) return
  const wanted = [...facts.lots, ...facts.reservations].flatMap(({ photo }) => photo ?? [])
  const kept = await db.getAllKeys('pictures')
  const unwanted = kept.filter((id) => !wanted.some((picture) => picture.id === id))
  try {
    for (const id of unwanted) await db.delete('pictures', id)
    for (const { id, src } of wanted) {
      if (kept.includes(id)) continue
      const blob = await fetchPicture(src)
      if (!blob) return
      await db.put('pictures', { id, blob })
    }
  } catch {
    // A device without room shows these from the server, while there is a network.
  }
}

async function fetchPicture(src: string): Promise<Blob | null> {
  try {
    const response = await fetch(src)
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}
