import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AttributeValues } from '../../app/core/attributes/values'
import type { CedingRight, Hazard, Packaging, Removal, Territory, Vehicle } from '../../app/core/lot-terms'
import type { MaterialType } from '../../app/core/material-types'
import type { Unit } from '../../app/core/units'
import { communes } from './communes'
import { organisations } from './organisations'
import { inventoryLines, sites } from './sites'

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
    /** The line of the site's inventory that it was published from; null when from none. */
    inventoryLineId: text('inventory_line_id').references(() => inventoryLines.id),
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
    /** The lot goes in one piece: whoever takes it takes all that is free. */
    isWhole: integer('is_whole', { mode: 'boolean' }).notNull().default(false),
    /** The least that one taker may take, unless less is left; null when any part may go. */
    minTakeMilli: integer('min_take_milli'),
    /** Cents ex-VAT per unit; 0 is a gift. */
    unitPriceCents: integer('unit_price_cents').notNull().default(0),
    /** Hidden: the Métropole's team took it from the sight of others; its owner may correct or withdraw it. */
    status: text('status').$type<'published' | 'paused' | 'withdrawn' | 'hidden'>().notNull(),
    /** What the sheet of the material says; `lot_attributes` holds the same for searching. */
    attributes: text('attributes', { mode: 'json' }).$type<AttributeValues>().notNull().default({}),
    /** Declared dangers; empty means none known to the giver. */
    hazards: text('hazards', { mode: 'json' }).$type<Hazard[]>().notNull().default([]),
    packaging: text('packaging').$type<Packaging>(),
    /** Volume as packed, litres. */
    volumeL: integer('volume_l'),
    /** The largest vehicle that reaches the loading place; null when not said. */
    vehicle: text('vehicle').$type<Vehicle>(),
    access: text('access').notNull().default(''),
    /** Still in place (to be removed) or already removed; null when not said. */
    removal: text('removal').$type<Removal>(),
    /** Where it comes from in the building, its age, its former use. */
    provenance: text('provenance').notNull().default(''),
    quantityVerified: integer('quantity_verified', { mode: 'boolean' }).notNull().default(false),
    /** Day until which the giver can store it after `availableUntil`, excluded; null when it cannot. */
    storageUntil: text('storage_until'),
    /** By what right the giver cedes it, as declared when publishing. */
    cedingRight: text('ceding_right').$type<CedingRight>().notNull().default('owner'),
    /** First day on which everyone sees it. Before, the territory from `territoryFrom`; before that, its organisation. */
    publicFrom: text('public_from').notNull().default('0000-00-00'),
    territory: text('territory').$type<Territory>(),
    /** INSEE code or EPT code of the territory that sees it first. */
    territoryCode: text('territory_code'),
    territoryFrom: text('territory_from'),
    /** Who chose the material: the person alone, or the suggestion they confirmed. */
    materialSource: text('material_source').$type<'person' | 'suggestion'>().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull().default(0),
  },
  (table) => [
    index('lots_open').on(table.status, table.material, table.availableUntil),
    index('lots_published').on(table.status, table.publishedAtMs),
    index('lots_organisation').on(table.organisationId, table.createdAtMs),
    index('lots_site').on(table.siteId),
    index('lots_inventory_line').on(table.inventoryLineId),
    index('lots_commune').on(table.communeCode, table.status),
    check(
      'lots_stock',
      sql`${table.quantityMilli} > 0 and ${table.availableMilli} >= 0 and ${table.availableMilli} <= ${table.quantityMilli}`,
    ),
    check('lots_condition', sql`${table.condition} between 1 and 5`),
  ],
)

/** The attributes of lots as a search reads them: numbers in thousandths of their unit, choices as words. */
export const lotAttributes = sqliteTable(
  'lot_attributes',
  {
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    key: text('key').notNull(),
    numberMilli: integer('number_milli'),
    word: text('word'),
  },
  (table) => [
    primaryKey({ columns: [table.lotId, table.key] }),
    index('lot_attributes_number').on(table.key, table.numberMilli),
    index('lot_attributes_word').on(table.key, table.word),
  ],
)

/** A lot being written: the answers of its form as they stand, kept for its organisation until it is published. */
export const lotDrafts = sqliteTable(
  'lot_drafts',
  {
    /** The id that the lot will have. */
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    authorUserId: text('author_user_id').notNull(),
    /** Field name to what was typed; fields with several values hold a list. */
    answers: text('answers', { mode: 'json' }).$type<Record<string, string | string[]>>().notNull(),
    /** The import that made it; null when a person began it. */
    importId: text('import_id'),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    index('lot_drafts_organisation').on(table.organisationId, table.updatedAtMs),
    index('lot_drafts_import').on(table.importId),
  ],
)

/** A link that shows a lot's sheet to whoever holds it, even before the lot is public. */
export const lotShares = sqliteTable(
  'lot_shares',
  {
    id: text('id').primaryKey(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** SHA-256 of the secret of the link. */
    tokenHash: text('token_hash').notNull().unique(),
    createdByUserId: text('created_by_user_id').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    revokedAtMs: integer('revoked_at_ms'),
  },
  (table) => [index('lot_shares_lot').on(table.lotId)],
)

/** A document of a lot (technical sheet, test report), downloaded as it was sent. */
export const lotAttachments = sqliteTable(
  'lot_attachments',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    lotId: text('lot_id').references(() => lots.id),
    kind: text('kind').$type<'technical-sheet' | 'test-report' | 'deliberation' | 'other'>().notNull(),
    /** As the giver called it, cleaned; never a path. */
    fileName: text('file_name').notNull(),
    storageKey: text('storage_key').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('lot_attachments_lot').on(table.lotId)],
)
