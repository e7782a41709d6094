import { env } from './env.server'
import { StoreError, type ObjectStore } from './object-store'
import { fileStore, newStorageKey } from './storage.server'

/** Whether the store can be asked now; a disk always can. */
export async function isStoreReached(): Promise<boolean> {
  const store = fileStore()
  if (store.kind === 'disk') return true
  // Nothing is called so: one empty page says that the bucket is there and that the key opens it.
  for await (const _ of store.list('documents/none-')) break
  return true
}

/**
 * Tries the configured bucket as the server uses it: stores a small file, finds it in the list, reads it, removes it. An
 * answer that refuses keeps the server from working; none may come later.
 */
export async function probeStore(): Promise<{ faults: string[]; warnings: string[] }> {
  if (env().storage === null) return { faults: [], warnings: [] }
  try {
    await tryStore(fileStore())
    return { faults: [], warnings: [] }
  } catch (error) {
    const said = [`STORAGE_URL: ${error instanceof Error ? error.message : String(error)}`]
    return error instanceof StoreError && !error.isRefusal
      ? { faults: [], warnings: said }
      : { faults: said, warnings: [] }
  }
}

async function tryStore(store: ObjectStore): Promise<void> {
  const path = `documents/${newStorageKey()}-probe.pdf`
  const bytes = Buffer.from(`${path}\n`)
  await store.put(path, bytes)
  const listed: string[] = []
  for await (const object of store.list(path)) listed.push(object.path)
  const got = await store.get(path)
  await store.remove(path)
  if (!got || !bytes.equals(got)) throw new Error(`${store.name} does not give back what it was given`)
  if (listed[0] !== path) throw new Error(`${store.name} does not list what it was given`)
}
