import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { WantedAttributes } from '../../app/core/attributes/wanted'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import { communes } from './communes'
import { organisations } from './organisations'
import { sites } from './sites'

export const needs = sqliteTable(
  'needs',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The project that will use the material; null when only its commune is known. */
    siteId: text('site_id').references(() => sites.id),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    material: text('material').$type<MaterialType>().notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    /** Title, description and commune, folded: what a search for words reads. */
    searchText: text('search_text').notNull().default(''),
    /** What is asked of the material's sheet; a lot that says otherwise does not match. */
    attributes: text('attributes', { mode: 'json' }).$type<WantedAttributes>().notNull().default({}),
    unit: text('unit').$type<Unit>().notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    /** What is still wanted after accepted reservations. */
    openMilli: integer('open_milli').notNull(),
    neededFrom: text('needed_from').notNull(),
    neededUntil: text('needed_until').notNull(),
    radiusKm: integer('radius_km').notNull(),
    minCondition: integer('min_condition').notNull(),
    /** Cents ex-VAT per unit; null when the budget is open. */
    budgetUnitCents: integer('budget_unit_cents'),
    status: text('status').$type<'open' | 'paused' | 'closed' | 'hidden'>().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull().default(0),
  },
  (table) => [
    index('needs_open').on(table.status, table.material, table.neededUntil),
    index('needs_organisation').on(table.organisationId, table.createdAtMs),
    check(
      'needs_quantity',
      sql`${table.quantityMilli} > 0 and ${table.openMilli} >= 0 and ${table.openMilli} <= ${table.quantityMilli}`,
    ),
    check('needs_condition', sql`${table.minCondition} between 1 and 5`),
    check('needs_radius', sql`${table.radiusKm} between 1 and 100`),
  ],
)
