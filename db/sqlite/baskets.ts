import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import { communes } from './communes'
import { organisations } from './organisations'

/** A bill of quantities that an organisation holds against what is offered. */
export const baskets = sqliteTable(
  'baskets',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    authorUserId: text('author_user_id').notNull(),
    title: text('title').notNull(),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    neededFrom: text('needed_from').notNull(),
    neededUntil: text('needed_until').notNull(),
    radiusKm: integer('radius_km').notNull(),
    minCondition: integer('min_condition').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [index('baskets_organisation').on(table.organisationId, table.createdAtMs)],
)

/** A line of it; one whose material is not known yet covers nothing until a person says it. */
export const basketLines = sqliteTable(
  'basket_lines',
  {
    id: text('id').primaryKey(),
    basketId: text('basket_id')
      .notNull()
      .references(() => baskets.id),
    position: integer('position').notNull(),
    /** As written in the bill. */
    label: text('label').notNull(),
    material: text('material').$type<MaterialType>(),
    unit: text('unit').$type<Unit>().notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    /** Price of the new product, cents ex-VAT per unit; null when the bill does not say. */
    newUnitPriceCents: integer('new_unit_price_cents'),
  },
  (table) => [index('basket_lines_basket').on(table.basketId, table.position)],
)
