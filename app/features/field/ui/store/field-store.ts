import type { FieldDraft } from '../../model/field-draft'
import { FACTS_VERSION, type FieldFacts } from '../../model/field-facts'
import type { FieldHandover } from '../../model/field-handover'
import { forgetSites } from '../post/site-memory'
import { FACTS_KEY, openFieldDb, type FieldDb } from './field-db'
import { listenToTabs } from './field-tabs'
import { markKept } from './kept-mark'
import { NOTHING_YET, type FieldSnapshot, type SendingState } from './field-snapshot'

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
  /** The same, shown once it is kept: for what nobody could give again. */
  changeThenShow: FieldStore['change']
  remove: (kind: Kind, id: string) => Promise<boolean>
  keepFacts: (facts: FieldFacts | null) => Promise<boolean>
  /** Any other write; the other tabs read anew after it. */
  write: (work: (db: FieldDb) => Promise<unknown>) => Promise<boolean>
  /** The server was asked for the facts, whatever it said. */
  noteAsked: () => void
  /** Where the sending stands, told to the other tabs. */
  noteSending: (sending: SendingState) => void
  /** Drops all that this device keeps, in every tab. */
  purge: () => Promise<boolean>
  reload: () => Promise<void>
}

let store: FieldStore | null = null

/** The one store of this tab, opened on first use; in the browser only. */
export function openFieldStore(): FieldStore {
  store ??= createFieldStore()
  return store
}

/** What is shown at once: the snapshot and who looks at it. */
function createMemory() {
  let current = NOTHING_YET
  const listeners = new Set<() => void>()
  return {
    snapshot: () => current,
    note: (change: Partial<FieldSnapshot>) => {
      current = { ...current, ...change }
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function createFieldStore(): FieldStore {
  const { snapshot, note, subscribe } = createMemory()
  let writes = 0
  let isStale = false
  const opened = open(() => note({ status: 'unavailable' }))
  const reload = async () => {
    // What is being written is newer than what is kept: read once it is there.
    if (writes > 0) return void (isStale = true)
    isStale = false
    const db = await opened
    const kept = db ? await readAll(db) : ({ status: 'unavailable' } as const)
    if (writes === 0) note(kept)
    else isStale = true
  }
  const tabs = listenToTabs({
    onChange: () => void reload(),
    onSending: (sending) => note({ sending }),
  })
  const write = async (work: (db: FieldDb) => Promise<unknown>) => {
    writes += 1
    const db = await opened
    const isKept = db !== null && (await settles(work(db), () => note({ isFull: true })))
    writes -= 1
    if (isKept) tabs.tell()
    if ((isStale || !isKept) && writes === 0) await reload()
    return isKept
  }
  void reload()
  return {
    ...changesOf({ snapshot, note, write }),
    snapshot,
    subscribe,
    opened,
    write,
    noteAsked: () => note({ isAsked: true }),
    noteSending: (sending) => {
      note({ sending })
      tabs.tellSending(sending)
    },
    reload,
  }
}

type Parts = Pick<FieldStore, 'snapshot' | 'write'> & { note: (change: Partial<FieldSnapshot>) => void }

/** Changes that show at once and are written behind it. */
function changesOf({
  snapshot,
  note,
  write,
}: Parts): Pick<FieldStore, 'add' | 'change' | 'changeThenShow' | 'remove' | 'keepFacts' | 'purge'> {
  const show = <K extends Kind>(kind: K, id: string, change: (entry: EntryOf[K]) => EntryOf[K]) =>
    note({ [kind]: snapshot()[kind].map((entry) => (entry.id === id ? change(entry as never) : entry)) })
  return {
    add: (kind, entry) => {
      note({ [kind]: [...snapshot()[kind], entry] })
      return write((db) => db.put(kind, entry))
    },
    change: (kind, id, change) => {
      show(kind, id, change)
      return write((db) => changeKept(db, kind, id, change))
    },
    changeThenShow: async (kind, id, change) => {
      const isKept = await write((db) => changeKept(db, kind, id, change))
      if (isKept) show(kind, id, change)
      return isKept
    },
    remove: (kind, id) => {
      note({ [kind]: snapshot()[kind].filter((entry) => entry.id !== id) })
      return write((db) => db.delete(kind, id))
    },
    keepFacts: (facts) => {
      note({ facts })
      markKept(facts !== null)
      return write((db) => (facts ? db.put('facts', facts, FACTS_KEY) : db.delete('facts', FACTS_KEY)))
    },
    purge: () => {
      note({ ...NOTHING_YET, status: 'ready', isAsked: true })
      markKept(false)
      forgetSites()
      return write(emptyAll)
    },
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

async function emptyAll(db: FieldDb): Promise<void> {
  const tx = db.transaction(['drafts', 'photos', 'handovers', 'facts', 'pictures'], 'readwrite')
  const kinds = [...db.objectStoreNames]
  await Promise.all([...kinds.map((kind) => tx.objectStore(kind).clear()), tx.done])
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
