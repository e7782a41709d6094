import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { MaterialType } from '../../app/core/material-types'
import type { PlaceKind, PlaceService } from '../../app/core/place-terms'
import { communes } from './communes'
import { users } from './identity'
import { organisations } from './organisations'

/** Places of storage and reuse actors, public once the Métropole has checked them. */
export const directoryPlaces = sqliteTable(
  'directory_places',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    kind: text('kind').$type<PlaceKind>().notNull(),
    name: text('name').notNull(),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    /** Address of a place of business, public; empty when not said. */
    address: text('address').notNull().default(''),
    /** Rounded to a thousandth of a degree, about 100 m; null: the commune's point stands in. */
    lat: real('lat'),
    lon: real('lon'),
    /** Accepted materials; none means that the place takes or carries any. */
    materials: text('materials', { mode: 'json' }).$type<MaterialType[]>().notNull(),
    services: text('services', { mode: 'json' }).$type<PlaceService[]>().notNull(),
    hours: text('hours').notNull().default(''),
    conditions: text('conditions').notNull().default(''),
    website: text('website').notNull().default(''),
    /** Ten digits; empty when not said. */
    phone: text('phone').notNull().default(''),
    /** A role's address, never a person's; empty when not said. */
    email: text('email').notNull().default(''),
    siret: text('siret'),
    state: text('state').$type<'proposed' | 'published' | 'refused' | 'withdrawn'>().notNull(),
    /** The day on which the Métropole last made sure of it; set when published. */
    checkedOn: text('checked_on'),
    checkedByUserId: text('checked_by_user_id').references(() => users.id),
    /** Why it was refused or withdrawn; empty otherwise. */
    reason: text('reason').notNull().default(''),
    proposedByOrganisationId: text('proposed_by_organisation_id')
      .notNull()
      .references(() => organisations.id),
    proposedByUserId: text('proposed_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    index('directory_places_state').on(table.state, table.name),
    index('directory_places_proposer').on(table.proposedByOrganisationId),
    check('directory_places_position', sql`(${table.lat} is null) = (${table.lon} is null)`),
    check('directory_places_checked', sql`${table.state} <> 'published' or ${table.checkedOn} is not null`),
  ],
)
