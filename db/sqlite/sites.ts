import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
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
  },
  (table) => [
    index('inventory_lines_inventory').on(table.inventoryId),
    check(
      'inventory_lines_masses',
      sql`${table.massG} >= 0 and ${table.reusableMassG} >= 0 and ${table.reusableMassG} <= ${table.massG}`,
    ),
  ],
)
