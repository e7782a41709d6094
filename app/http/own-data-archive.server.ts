import { Readable } from 'node:stream'
import type { Locale } from '~/core/locale'
import { renditionKey } from '~/features/photos/model/limits'
import { INVENTORY, type KnownTable } from '~/features/privacy/model/inventory/inventory'
import { ownTables, subjectOf, type OwnTable } from '~/features/privacy/queries/own-data.server'
import { translator } from '~/messages/catalogue'
import { privacy } from '~/messages/privacy'
import { privacyTreatments } from '~/messages/privacy-treatments'
import { env } from '~/platform/env.server'
import type { Place } from '~/platform/object-store'
import { readStoredFile } from '~/platform/storage.server'
import { ZipWriter } from '~/platform/tables/zip-writer'
import { toCsv } from './csv.server'

type Parts = AsyncGenerator<Uint8Array, void, undefined>

/**
 * Everything held about a person as a ZIP archive, made as it is sent: a text that explains it, each table with rows of
 * theirs as JSON and as CSV, then their photos and documents. One table and one file are in memory at a time.
 */
export async function* ownDataArchive(person: { userId: string; email: string }, locale: Locale): Parts {
  const archive = new ZipWriter()
  const subject = await subjectOf(person.userId, person.email)
  yield* archive.add('LISEZ-MOI.txt', textOf(readMe(locale)))
  const files: StoredFile[] = []
  for await (const table of ownTables(subject)) {
    yield* archive.add(`json/${table.table}.json`, textOf(JSON.stringify(table.rows, null, 2)))
    yield* archive.add(`csv/${table.table}.csv`, textOf(csvOf(table)))
    files.push(...filesOf(table))
  }
  for (const { name, place, keys } of files) {
    const bytes = await firstOf(place, keys)
    if (bytes) yield* archive.add(name, Readable.from([bytes]))
  }
  yield archive.end()
}

function textOf(text: string): AsyncIterable<string> {
  return Readable.from([text])
}

function csvOf({ columns, rows }: OwnTable): string {
  return toCsv(
    columns.map((header) => ({ header, cell: (row: OwnTable['rows'][number]) => row[header] ?? null })),
    rows,
  )
}

function readMe(locale: Locale): string {
  const t = translator(locale, privacy)
  const tOf = translator(locale, privacyTreatments)
  const tables = Object.entries(INVENTORY).map(
    ([table, { treatment }]) => `${table}: ${tOf(`${treatment}.title`)}`,
  )
  return [t('archive.text', { url: env().publicUrl }), ...tables, ''].join('\r\n')
}

type StoredFile = { name: string; place: Place; keys: readonly string[] }

/** Where the files of a table's rows are: photos in several sizes, of which the largest is given; all others in one. */
function filesOf({ table, rows }: OwnTable): StoredFile[] {
  const isPhoto = (table as KnownTable) === 'photos'
  return rows.flatMap((row, index): StoredFile[] => {
    const key = row.storage_key
    if (typeof key !== 'string') return []
    if (!isPhoto) {
      const ending = key.slice(key.lastIndexOf('.') + 1)
      return [{ name: `documents/${table}-${index + 1}.${ending}`, place: 'documents', keys: [key] }]
    }
    const keys = [renditionKey(key, 1600), renditionKey(key, 960), renditionKey(key, 320)]
    return [{ name: `photos/${index + 1}.webp`, place: 'photos', keys }]
  })
}

async function firstOf(place: Place, keys: readonly string[]): Promise<Uint8Array | null> {
  for (const key of keys) {
    const bytes = await readStoredFile(place, key)
    if (bytes) return bytes
  }
  return null
}
