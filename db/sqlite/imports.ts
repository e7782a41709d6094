import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import type { WasteFamily } from '../../app/core/waste-terms'
import { organisations } from './organisations'
import { sites } from './sites'

export type ImportStatus = 'checking' | 'running' | 'done' | 'failed' | 'undone'

/** What is written about the survey and its lines, as chosen when the import is started. */
export type ImportChoices = {
  kind: 'pemd' | 'resources'
  surveyedOn: string
  surveyor: string
  /** Whether lines that the inventory has already are left out. */
  skipsKnown: boolean
}

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
    /** Where the workbook is kept while another of its sheets may be asked for; null for a file of one sheet. */
    storageKey: text('storage_key'),
    /** The sheet that was read, among all of the workbook; null and none for a CSV text. */
    sheet: text('sheet'),
    sheets: text('sheets', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Number of the row that holds the heads; null when there is none. */
    headRow: integer('head_row'),
    /** Grows with everything that changes how the rows are read: what was seen can be told from what is. */
    revision: integer('revision').notNull().default(0),
    /** The heads of its columns as read. */
    heads: text('heads', { mode: 'json' }).$type<string[]>().notNull(),
    /** Field of a line to the number of its column. */
    mapping: text('mapping', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    /** Folded wording to the material that a person chose for every row with it. */
    materials: text('materials', { mode: 'json' })
      .$type<Record<string, MaterialType>>()
      .notNull()
      .default({}),
    /** Whether each line that can be reused also becomes the draft of a lot. */
    withDrafts: integer('with_drafts', { mode: 'boolean' }).notNull().default(false),
    choices: text('choices', { mode: 'json' }).$type<ImportChoices>(),
    /** Rows of the sheet; 0 until all of them are stored. */
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

/** A line made ready by a running import, seen by nobody until all of them move to the inventory at once. */
export const stagedLines = sqliteTable(
  'staged_lines',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    material: text('material').$type<MaterialType>().notNull(),
    product: text('product').notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    massG: integer('mass_g').notNull(),
    massEstimated: integer('mass_estimated', { mode: 'boolean' }).notNull(),
    reusableMassG: integer('reusable_mass_g').notNull(),
    position: integer('position').notNull(),
    dimensions: text('dimensions').notNull(),
    assembly: text('assembly').notNull(),
    condition: integer('condition'),
    location: text('location').notNull(),
    reusability: text('reusability').notNull(),
    precautions: text('precautions').notNull(),
  },
  (table) => [
    index('staged_lines_import').on(table.importId),
    check(
      'staged_lines_masses',
      sql`${table.massG} >= 0 and ${table.reusableMassG} >= 0 and ${table.reusableMassG} <= ${table.massG}`,
    ),
  ],
)

/** Waste made ready in the same way. */
export const stagedWastes = sqliteTable(
  'staged_wastes',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    family: text('family').$type<WasteFamily>().notNull(),
    wasteCode: text('waste_code').notNull(),
    label: text('label').notNull(),
    massG: integer('mass_g').notNull(),
    outlet: text('outlet').notNull(),
  },
  (table) => [index('staged_wastes_import').on(table.importId)],
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
