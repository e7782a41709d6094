import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The 130 communes, loaded at start from `db/reference/communes.json`. Points are label points, not boundaries. */
export const communes = sqliteTable(
  'communes',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    departement: text('departement').notNull(),
    eptCode: text('ept_code'),
    eptName: text('ept_name'),
    population: integer('population').notNull(),
    lat: real('lat').notNull(),
    lon: real('lon').notNull(),
    tileColumn: integer('tile_column').notNull(),
    tileRow: integer('tile_row').notNull(),
  },
  (table) => [index('communes_name').on(table.name)],
)
