import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import type { ClosingOutcome, ClosingState, GapReason, WasteFamily } from '../../app/core/waste-terms'
import { communes } from './communes'
import { organisations } from './organisations'

export const sites = sqliteTable(
  'sites',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    kind: text('kind').$type<'demolition' | 'renovation' | 'strip-out' | 'construction'>().notNull(),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    address: text('address').notNull(),
    /** Exact position; shown to the parties of an accepted reservation only. Null: the commune's point stands in. */
    lat: real('lat'),
    lon: real('lon'),
    /** How to get in and load; shown with the address, to the parties of an accepted reservation. */
    access: text('access').notNull().default(''),
    /** Who to ask for on site; shown with the address. */
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('sites_organisation').on(table.organisationId),
    index('sites_commune_end').on(table.communeCode, table.endsOn),
  ],
)

/** A survey before works; one per site. */
export const inventories = sqliteTable('inventories', {
  id: text('id').primaryKey(),
  siteId: text('site_id')
    .notNull()
    .unique()
    .references(() => sites.id),
  kind: text('kind').$type<'pemd' | 'resources'>().notNull(),
  surveyedOn: text('surveyed_on').notNull(),
  /** Who surveyed (a person, a firm); empty when not said. */
  surveyor: text('surveyor').notNull().default(''),
  createdAtMs: integer('created_at_ms').notNull(),
})

export const inventoryLines = sqliteTable(
  'inventory_lines',
  {
    id: text('id').primaryKey(),
    inventoryId: text('inventory_id')
      .notNull()
      .references(() => inventories.id),
    material: text('material').$type<MaterialType>().notNull(),
    product: text('product').notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    massG: integer('mass_g').notNull(),
    /** Whether the mass follows from the quantity by a published figure rather than from the survey. */
    massEstimated: integer('mass_estimated', { mode: 'boolean' }).notNull().default(false),
    reusableMassG: integer('reusable_mass_g').notNull(),
    /** As the survey numbers or orders its lines. */
    position: integer('position').notNull().default(0),
    /** What the survey says of the product, in its own words; empty when not said. */
    dimensions: text('dimensions').notNull().default(''),
    assembly: text('assembly').notNull().default(''),
    /** Five steps as for lots; null when not said. */
    condition: integer('condition'),
    location: text('location').notNull().default(''),
    reusability: text('reusability').notNull().default(''),
    precautions: text('precautions').notNull().default(''),
    /** The import that it came with; null when a person typed it. */
    importId: text('import_id'),
  },
  (table) => [
    index('inventory_lines_inventory').on(table.inventoryId),
    index('inventory_lines_import').on(table.importId),
    check(
      'inventory_lines_masses',
      sql`${table.massG} >= 0 and ${table.reusableMassG} >= 0 and ${table.reusableMassG} <= ${table.massG}`,
    ),
  ],
)

/** Waste that a survey foresees: family and code of the European list, quantity and where it should go. */
export const inventoryWastes = sqliteTable(
  'inventory_wastes',
  {
    id: text('id').primaryKey(),
    inventoryId: text('inventory_id')
      .notNull()
      .references(() => inventories.id),
    family: text('family').$type<WasteFamily>().notNull(),
    /** Code of the European list of waste, six digits; empty when not said. */
    wasteCode: text('waste_code').notNull().default(''),
    label: text('label').notNull(),
    massG: integer('mass_g').notNull(),
    outlet: text('outlet').notNull().default(''),
    importId: text('import_id'),
  },
  (table) => [
    index('inventory_wastes_inventory').on(table.inventoryId),
    index('inventory_wastes_import').on(table.importId),
    check('inventory_wastes_mass', sql`${table.massG} >= 0`),
  ],
)

/** What became of a site's materials after works, as declared for its closing record. */
export const closingRecords = sqliteTable('closing_records', {
  siteId: text('site_id')
    .primaryKey()
    .references(() => sites.id),
  /** Day on which works ended, as declared; null for the site's own last day. */
  worksEndedOn: text('works_ended_on'),
  /** Who drew the record up; empty when not said. */
  author: text('author').notNull().default(''),
  /** For whom the works were done (maître d’ouvrage), as the form names them; empty when not said. */
  client: text('client').notNull().default(''),
  /** What else the record says, in its author's words. */
  comment: text('comment').notNull().default(''),
  state: text('state').$type<ClosingState>().notNull().default('draft'),
  /** Grows with each change: a change made for another revision is refused. */
  revision: integer('revision').notNull().default(0),
  updatedAtMs: integer('updated_at_ms').notNull(),
})

/** A quantity that left otherwise than by a handover of this platform. */
export const closingEntries = sqliteTable(
  'closing_entries',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    siteId: text('site_id')
      .notNull()
      .references(() => sites.id),
    /** The line of the inventory that it is of; null for what the inventory does not hold. */
    inventoryLineId: text('inventory_line_id').references(() => inventoryLines.id),
    inventoryWasteId: text('inventory_waste_id').references(() => inventoryWastes.id),
    outcome: text('outcome').$type<ClosingOutcome>().notNull(),
    label: text('label').notNull(),
    massG: integer('mass_g').notNull(),
    /** Who took it (a firm, a sorting centre); empty when not said. */
    operator: text('operator').notNull().default(''),
    /** Code of the European list of waste, six digits; empty when not said. */
    wasteCode: text('waste_code').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    createdByUserId: text('created_by_user_id').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('closing_entries_site').on(table.siteId),
    // Lines and wastes that go are looked for here, one by one.
    index('closing_entries_line').on(table.inventoryLineId),
    index('closing_entries_waste').on(table.inventoryWasteId),
    check('closing_entries_mass', sql`${table.massG} > 0`),
  ],
)

/** Why what left does not come to what the survey found, for one line or one foreseen waste. */
export const closingGaps = sqliteTable(
  'closing_gaps',
  {
    id: text('id').primaryKey(),
    siteId: text('site_id')
      .notNull()
      .references(() => sites.id),
    inventoryLineId: text('inventory_line_id')
      .unique()
      .references(() => inventoryLines.id, { onDelete: 'cascade' }),
    inventoryWasteId: text('inventory_waste_id')
      .unique()
      .references(() => inventoryWastes.id, { onDelete: 'cascade' }),
    /** The difference that the reason was given for, in grams; another difference is to be explained again. */
    gapG: integer('gap_g').notNull(),
    reason: text('reason').$type<GapReason>().notNull(),
    note: text('note').notNull().default(''),
    userId: text('user_id').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    index('closing_gaps_site').on(table.siteId),
    check(
      'closing_gaps_target',
      sql`(${table.inventoryLineId} is null) <> (${table.inventoryWasteId} is null)`,
    ),
  ],
)
