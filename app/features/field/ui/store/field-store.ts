import type { FieldDraft } from '../../model/field-draft'
import { FACTS_VERSION, type FieldFacts } from '../../model/field-facts'
import type { FieldHandover } from '../../model/field-handover'
import { FACTS_KEY, openFieldDb, type FieldDb } from './field-db'
import { listenToTabs } from './field-tabs'
import { NOTHING_YET, type FieldSnapshot } from './field-snapshot'

type Kind = 'drafts' | 'handovers'
type EntryOf = { drafts: FieldDraft; handovers: FieldHandover }

/** What this device keeps: read at once from memory, written behind it, the same in every tab. */
export type FieldStore = {
  snapshot: () => FieldSnapshot
  subscribe: (listener: () => void) => () => void
  /** The database once open; null when this browser keeps nothing. */
  opened: Promise<FieldDb | null>
  add: <K extends Kind>(kind: K, entry: EntryOf[K]) => Promise<boolean>
  /** Changes an entry where it is kept, whatever another tab made of it meanwhile; nothing when it is gone. */
  change: <K extends Kind>(kind: K, id: string, change: (entry: EntryOf[K]) => EntryOf[K]) => Promise<boolean>
  remove: (kind: Kind, id: string) => Promise<boolean>
  keepFacts: (facts: FieldFacts | null) => Promise<boolean>
  /** Any other write; the other tabs read anew after it. */
  write: (work: (db: FieldDb) => Promise<unknown>) => Promise<boolean>
  /** A change of memory alone, for what only this tab has. */
  note: (change: Partial<FieldSnapshot>) => void
  reload: () => Promise<void>
}

let store: FieldStore | null = null

/** The one store of this tab, opened on first use; in the browser only. */
export function openFieldStore(): FieldStore {
  store ??= createFieldStore()
  return store
}

function createFieldStore(): FieldStore {
  let current = NOTHING_YET
  let writes = 0
  let isStale = false
  const listeners = new Set<() => void>()
  const note = (change: Partial<FieldSnapshot>) => {
    current = { ...current, ...change }
    listeners.forEach((listener) => listener())
  }
  const opened = open(() => note({ status: 'unavailable' }))
  const reload = async () => {
    // What is being written is newer than what is kept: read once it is there.
    if (writes > 0) return void (isStale = true)
    isStale = false
    const db = await opened
    if (db) note(await readAll(db))
    else note({ status: 'unavailable' })
  }
  const tabs = listenToTabs(() => void reload())
  const write = async (work: (db: FieldDb) => Promise<unknown>) => {
    const db = await opened
    if (!db) return false
    writes += 1
    const isKept = await settles(work(db), () => note({ isFull: true }))
    writes -= 1
    if (isKept) tabs.tell()
    if ((isStale || !isKept) && writes === 0) await reload()
    return isKept
  }
  void reload()
  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    opened,
    add: (kind, entry) => {
      note({ [kind]: [...current[kind], entry] })
      return write((db) => db.put(kind, entry))
    },
    change: (kind, id, change) => {
      note({ [kind]: current[kind].map((entry) => (entry.id === id ? change(entry as never) : entry)) })
      return write((db) => changeKept(db, kind, id, change))
    },
    remove: (kind, id) => {
      note({ [kind]: current[kind].filter((entry) => entry.id !== id) })
      return write((db) => db.delete(kind, id))
    },
    keepFacts: (facts) => {
      note({ facts })
      return write((db) => (facts ? db.put('facts', facts, FACTS_KEY) : db.delete('facts', FACTS_KEY)))
    },
    write,
    note,
    reload,
  }
}

async function open(onLost: () => void): Promise<FieldDb | null> {
  try {
    return await openFieldDb(onLost)
  } catch {
    return null
  }
}

async function readAll(db: FieldDb): Promise<Partial<FieldSnapshot>> {
  const tx = db.transaction(['drafts', 'handovers', 'facts'])
  const [drafts, handovers, facts] = await Promise.all([
    tx.objectStore('drafts').getAll(),
    tx.objectStore('handovers').getAll(),
    tx.objectStore('facts').get(FACTS_KEY),
  ])
  return { status: 'ready', drafts, handovers, facts: facts?.version === FACTS_VERSION ? facts : null }
}

async function changeKept<K extends Kind>(
  db: FieldDb,
  kind: K,
  id: string,
  change: (entry: EntryOf[K]) => EntryOf[K],
): Promise<void> {
  const tx = db.transaction(kind, 'readwrite')
  const entry = (await tx.store.get(id)) as EntryOf[K] | undefined
  if (entry) await tx.store.put(change(entry))
  await tx.done
}

/** Whether a write was kept; a device without room says so. */
async function settles(work: Promise<unknown>, onFull: () => void): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') onFull()
    return false
  }
}
