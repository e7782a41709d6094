import { EXCHANGES } from './exchanges'
import type { Category, Fate, TableNote } from './note'
import { OVERSIGHT } from './oversight'
import { PEOPLE } from './people'
import { RECORDS } from './records'

/** Every table of the database with what is personal in it. A test holds it against the schema, column by column. */
export const INVENTORY = { ...PEOPLE, ...EXCHANGES, ...RECORDS, ...OVERSIGHT } satisfies Record<
  string,
  TableNote
>
export type KnownTable = keyof typeof INVENTORY

export type PersonalColumn = { column: string; category: Category; fate: Fate }
export type NotedTable = { table: KnownTable; note: TableNote; columns: readonly PersonalColumn[] }

/** The inventory as a list. */
export const NOTED_TABLES: readonly NotedTable[] = Object.entries<TableNote>(INVENTORY).map(
  ([table, note]) => ({ table: table as KnownTable, note, columns: personalColumns(note) }),
)

function personalColumns(note: TableNote): PersonalColumn[] {
  return Object.entries(note.personal).map(([column, words]) => {
    const [category, fate] = words.split(' ') as [Category, Fate]
    return { column, category, fate }
  })
}

/**
 * Sentences on what differs between the inventory and a schema (columns by table): columns that nobody classified,
 * and notes on columns that are gone. Empty when they agree.
 */
export function differences(
  schema: Readonly<Record<string, readonly string[]>>,
  inventory: Readonly<Record<string, TableNote>> = INVENTORY,
): string[] {
  const tables = new Set([...Object.keys(schema), ...Object.keys(inventory)])
  return [...tables].sort().flatMap((table) => {
    const note = inventory[table]
    if (!note)
      return [
        `The table «${table}» is new: say in app/features/privacy/model/inventory what is personal in it.`,
      ]
    if (!schema[table]) return [`The inventory knows a table «${table}» that is gone.`]
    return columnDifferences(table, note, schema[table])
  })
}

function columnDifferences(table: string, note: TableNote, columns: readonly string[]): string[] {
  const personal = Object.keys(note.personal)
  const noted = [...personal, ...note.plain.split(' ').filter(Boolean)]
  const twice = noted.filter((column, index) => noted.indexOf(column) !== index)
  const fresh = columns.filter((column) => !noted.includes(column))
  const gone = noted.filter((column) => !columns.includes(column))
  return [
    ...fresh.map(
      (column) =>
        `«${table}.${column}» is new: is it personal? Say so in app/features/privacy/model/inventory.`,
    ),
    ...gone.map((column) => `The inventory knows «${table}.${column}», which is gone.`),
    ...twice.map((column) => `The inventory names «${table}.${column}» twice.`),
  ]
}
