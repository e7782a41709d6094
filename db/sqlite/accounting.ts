import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import { communes } from './communes'
import { handovers } from './reservations'
import { sites } from './sites'

/** Append-only: one row per confirmed handover; triggers in the migrations refuse update and delete. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    handoverId: text('handover_id')
      .notNull()
      .unique()
      .references(() => handovers.id),
    fromSiteId: text('from_site_id')
      .notNull()
      .references(() => sites.id),
    fromCommuneCode: text('from_commune_code')
      .notNull()
      .references(() => communes.code),
    toCommuneCode: text('to_commune_code').references(() => communes.code),
    material: text('material').$type<MaterialType>().notNull(),
    massG: integer('mass_g').notNull(),
    /** Great-circle metres between the two communes' points; null when the destination is unknown. */
    straightM: integer('straight_m'),
    /** Net avoided emissions, grams CO2e, may be negative; null where no factor supports a claim. */
    netAvoidedGCo2e: integer('net_avoided_g_co2e'),
    factorVersion: text('factor_version'),
    handedOverOn: text('handed_over_on').notNull(),
    recordedAtMs: integer('recorded_at_ms').notNull(),
  },
  (table) => [
    index('ledger_from_site').on(table.fromSiteId, table.handedOverOn, table.massG),
    index('ledger_from_commune').on(table.fromCommuneCode, table.handedOverOn),
    index('ledger_to_commune').on(table.toCommuneCode, table.handedOverOn),
    // All that sums of a period, of a cohort and of exchanges read, so that they never open the rows themselves.
    index('ledger_sums').on(
      table.handedOverOn,
      table.material,
      table.toCommuneCode,
      table.massG,
      table.straightM,
      table.netAvoidedGCo2e,
    ),
    index('ledger_flows').on(table.fromCommuneCode, table.toCommuneCode, table.handedOverOn, table.massG),
    check('ledger_mass', sql`${table.massG} > 0`),
  ],
)
