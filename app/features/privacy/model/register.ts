import { NOTED_TABLES } from './inventory/inventory'
import { CATEGORIES, TREATMENTS, type Category, type Fate, type Treatment } from './inventory/note'

/** A column that holds something personal, and why it is there. */
export type RegisterLine = {
  treatment: Treatment
  table: string
  column: string
  category: Category
  fate: Fate
}
/** A treatment with the kinds of data that it holds, most telling first. */
export type RegisterEntry = {
  treatment: Treatment
  categories: readonly Category[]
  columns: number
  tables: number
}

/** Every personal column of the database, by treatment. */
export function registerLines(): RegisterLine[] {
  return TREATMENTS.flatMap((treatment) =>
    NOTED_TABLES.filter(({ note }) => note.treatment === treatment).flatMap(({ table, columns }) =>
      columns.map((column) => ({ treatment, table, ...column })),
    ),
  )
}

/** The treatments of the register. */
export function registerEntries(): RegisterEntry[] {
  const lines = registerLines()
  return TREATMENTS.map((treatment) => {
    const own = lines.filter((line) => line.treatment === treatment)
    return {
      treatment,
      categories: CATEGORIES.filter((category) => own.some((line) => line.category === category)),
      columns: own.length,
      tables: new Set(own.map(({ table }) => table)).size,
    }
  })
}
