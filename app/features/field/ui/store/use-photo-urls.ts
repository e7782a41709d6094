import { useEffect, useState } from 'react'
import { openFieldStore } from './field-store'

/** Addresses that show kept pictures, by their ids; they live as long as the component. */
export function usePhotoUrls(
  kind: 'photos' | 'pictures',
  pictures: readonly { id: string }[],
): Readonly<Record<string, string>> {
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({})
  const wanted = pictures.map(({ id }) => id).join()
  useEffect(() => {
    const made: string[] = []
    let isOver = false
    void readAll(kind, wanted ? wanted.split(',') : []).then((found) => {
      if (isOver) return
      const entries = found.map(({ id, blob }) => [id, URL.createObjectURL(blob)] as const)
      made.push(...entries.map(([, url]) => url))
      setUrls(Object.fromEntries(entries))
    })
    return () => {
      isOver = true
      made.forEach((url) => URL.revokeObjectURL(url))
    }
  }, [kind, wanted])
  return urls
}

async function readAll(kind: 'photos' | 'pictures', ids: readonly string[]) {
  const db = await openFieldStore().opened
  if (!db || ids.length === 0) return []
  const tx = db.transaction(kind)
  const found = await Promise.all(ids.map((id) => tx.store.get(id)))
  return found.filter((picture) => picture !== undefined)
}
