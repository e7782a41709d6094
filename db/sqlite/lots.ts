import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import { communes } from './communes'
import { organisations } from './organisations'
import { sites } from './sites'

export const lots = sqliteTable(
  'lots',
  {
    id: text('id').primaryKey(),
    /** Short human reference, as on the site tag: «GIS-7K3M». */
    reference: text('reference').notNull().unique(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    siteId: text('site_id')
      .notNull()
      .references(() => sites.id),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    material: text('material').$type<MaterialType>().notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    /** Folded text that a search reads: title, description, reference, commune. */
    searchText: text('search_text').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    /** What is still free: the quantity less every held or handed-over part. */
    availableMilli: integer('available_milli').notNull(),
    massG: integer('mass_g'),
    massEstimated: integer('mass_estimated', { mode: 'boolean' }).notNull().default(false),
    condition: integer('condition').notNull(),
    availableFrom: text('available_from').notNull(),
    availableUntil: text('available_until').notNull(),
    /** Cents ex-VAT per unit; 0 is a gift. */
    unitPriceCents: integer('unit_price_cents').notNull().default(0),
    status: text('status').$type<'published' | 'paused' | 'withdrawn'>().notNull(),
    /** Who chose the material: the person alone, or the suggestion they confirmed. */
    materialSource: text('material_source').$type<'person' | 'suggestion'>().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('lots_open').on(table.status, table.material, table.availableUntil),
    index('lots_published').on(table.status, table.publishedAtMs),
    index('lots_organisation').on(table.organisationId, table.createdAtMs),
    index('lots_site').on(table.siteId),
    index('lots_commune').on(table.communeCode, table.status),
    check(
      'lots_stock',
      sql`${table.quantityMilli} > 0 and ${table.availableMilli} >= 0 and ${table.availableMilli} <= ${table.quantityMilli}`,
    ),
    check('lots_condition', sql`${table.condition} between 1 and 5`),
  ],
)
