import type { Locale } from '~/core/locale'
import { previewOf, stateOf } from '~/features/open-data/datasets.server'
import { DATASETS, FACTS, type DatasetFacts, type DatasetId } from '~/features/open-data/model/datasets'
import { fieldsOf, type FieldFacts } from '~/http/table-schema.server'

export type CatalogueEntry = DatasetFacts & {
  id: DatasetId
  /** When its rows last changed; null for what ships with the software. */
  updatedAtMs: number | null
  fields: FieldFacts[]
  preview: Record<string, string>[]
}

const PREVIEW_ROWS = 3
const MOST_TEXT = 80

/** What the page says of each dataset, read from what writes the files. */
export async function readCatalogue(locale: Locale): Promise<CatalogueEntry[]> {
  return Promise.all(
    DATASETS.map(async (id) => {
      const [{ atMs }, rows] = await Promise.all([stateOf(id), previewOf(id, PREVIEW_ROWS)])
      return {
        id,
        ...FACTS[id],
        updatedAtMs: atMs,
        fields: fieldsOf(id, locale),
        preview: rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)])),
        ),
      }
    }),
  )
}

/** A value as a reader sees it in the file, cut where a cell would grow out of hand. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text
}
