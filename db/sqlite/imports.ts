import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations } from './organisations'
import { sites } from './sites'

export type ImportStatus = 'checking' | 'running' | 'done' | 'failed' | 'undone'

/** A spreadsheet read in, from its upload to its lines in an inventory, or back. */
export const imports = sqliteTable(
  'imports',
  {
    /** Made by the client, so that sending twice reads once. */
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    siteId: text('site_id')
      .notNull()
      .references(() => sites.id),
    authorUserId: text('author_user_id').notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    /** As the person calls it, cleaned; never a path. */
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** The heads of its columns as read. */
    heads: text('heads', { mode: 'json' }).$type<string[]>().notNull(),
    /** Field of a line to the number of its column. */
    mapping: text('mapping', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    /** Whether each line that can be reused also becomes the draft of a lot. */
    withDrafts: integer('with_drafts', { mode: 'boolean' }).notNull().default(false),
    rowCount: integer('row_count').notNull(),
    /** Rows written so far while it runs. */
    doneCount: integer('done_count').notNull().default(0),
    /** Why it failed, as a code of the messages. */
    failure: text('failure'),
    createdAtMs: integer('created_at_ms').notNull(),
    finishedAtMs: integer('finished_at_ms'),
    undoneAtMs: integer('undone_at_ms'),
  },
  (table) => [
    index('imports_organisation').on(table.organisationId, table.createdAtMs),
    index('imports_site').on(table.siteId, table.createdAtMs),
  ],
)

/** A row of the sheet: its cells as read, what a person put right, and whether it is left out. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    /** Its number in the sheet, as a person counts. */
    row: integer('row').notNull(),
    cells: text('cells', { mode: 'json' }).$type<string[]>().notNull(),
    /** Field to the text that a person gave in place of the sheet's. */
    corrections: text('corrections', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    isSkipped: integer('is_skipped', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
)

/** The mapping that an organisation chose for sheets with the same heads. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Hash of the folded heads. */
    headsKey: text('heads_key').notNull(),
    mapping: text('mapping', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.headsKey] })],
)
