import { setImmediate as pause } from 'node:timers/promises'
import { foldText } from '~/core/fold'
import { LOCALES } from '~/core/locale'
import { MATERIAL_TYPES } from '~/core/material-types'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { mappingOf, type ImportMapping } from './model/fields'
import type { ReadRow } from './model/read-row'
import { countRows, findDoubles, readRows, type ImportCount } from './model/read-rows'
import { listLineKeys, listRows, type ImportView } from './queries.server'

/** How the rows of an import read, and what they come to beside the inventory as it stands. */
export type ReadImport = {
  rows: readonly ReadRow[]
  known: ReadonlySet<number>
  twice: ReadonlySet<number>
  count: ImportCount
}

/** Every material by its full name in each language, as an exported inventory names it. */
const OWN_NAMES = Object.fromEntries(
  LOCALES.flatMap((locale) => {
    const t = translator(locale, materials)
    return MATERIAL_TYPES.map((material) => [foldText(t(`type.${material}.name`)), material] as const)
  }),
)

/** Readings kept: the pages that one person goes through ask for the same one again and again. */
const MOST_KEPT = 6
const kept = new Map<string, Promise<ReadRow[]>>()

/** Reads the rows below the heads as the import's mapping and corrections say. */
export async function readImport(view: ImportView): Promise<ReadImport> {
  const [rows, inventory] = await Promise.all([readingOf(view), listLineKeys(view.siteId)])
  const doubles = findDoubles(rows, inventory)
  return { rows, ...doubles, count: countRows(rows, doubles.known, doubles.twice) }
}

/** The rows alone, read once for each revision of the import, and again once another server took over. */
export function readingOf(view: ImportView): Promise<ReadRow[]> {
  const key = `${databaseEpoch()}:${view.id}:${view.revision}:${view.rowCount}`
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return found
  }
  const reading = readAfresh(view)
  kept.set(key, reading)
  reading.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return reading
}

async function readAfresh(view: ImportView): Promise<ReadRow[]> {
  const stored = await listRows(view.id)
  const body = stored.filter(({ row }) => view.headRow === null || row > view.headRow)
  const rules = { mapping: importMapping(view), materials: view.materials, ownNames: OWN_NAMES }
  return readRows(body, view.heads, rules, () => pause())
}

export function importMapping(view: ImportView): ImportMapping {
  return mappingOf(view.mapping)
}
