import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { FieldDraft } from '../../model/field-draft'
import type { FieldFacts } from '../../model/field-facts'
import type { FieldHandover } from '../../model/field-handover'

export const FIELD_DB = 'gisement-terrain'

type Picture = { id: string; blob: Blob }

/** One store per kind; a change of these is a new step of `UPGRADES`. */
type FieldSchema = DBSchema & {
  drafts: { key: string; value: FieldDraft }
  /** Photos of drafts as they are sent, by photo id. */
  photos: { key: string; value: Picture }
  handovers: { key: string; value: FieldHandover }
  /** What the server last said, under the one key `FACTS_KEY`. */
  facts: { key: string; value: FieldFacts }
  /** Small pictures of lots that the server has, by photo id. */
  pictures: { key: string; value: Picture }
}
export type FieldDb = IDBPDatabase<FieldSchema>
export const FACTS_KEY = 'facts'

const UPGRADES: readonly ((db: FieldDb) => void)[] = [
  (db) => {
    db.createObjectStore('drafts', { keyPath: 'id' })
    db.createObjectStore('photos', { keyPath: 'id' })
    db.createObjectStore('handovers', { keyPath: 'id' })
    db.createObjectStore('facts')
    db.createObjectStore('pictures', { keyPath: 'id' })
  },
]

/** Opens what this device keeps, brought up to the shape of this version; a newer tab is let through. */
export async function openFieldDb(onLost: () => void): Promise<FieldDb> {
  const db: FieldDb = await openDB<FieldSchema>(FIELD_DB, UPGRADES.length, {
    upgrade: (opened, oldVersion) => UPGRADES.slice(oldVersion).forEach((step) => step(opened)),
    blocking: () => {
      db.close()
      onLost()
    },
    terminated: onLost,
  })
  return db
}
