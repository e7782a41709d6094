import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { communes } from './communes'
import { users } from './identity'

export type OrganisationKind =
  | 'company'
  | 'association'
  | 'general-interest'
  | 'social-economy'
  | 'school'
  | 'public-body'
  | 'commune'
  | 'metropole'

export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Fourteen digits; a valid number is not proof that the company exists. */
    siret: text('siret').unique(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    isGiver: integer('is_giver', { mode: 'boolean' }).notNull().default(false),
    isTaker: integer('is_taker', { mode: 'boolean' }).notNull().default(false),
    /** The commune an agent's organisation follows; where a company is, for others. */
    communeCode: text('commune_code').references(() => communes.code),
    /** Set while the Métropole has closed the organisation: nothing of it is offered or accepted. */
    suspendedAtMs: integer('suspended_at_ms'),
    /** Since when it agrees that its photos teach the classifier; null while it does not. */
    sharesPhotosSinceMs: integer('shares_photos_since_ms'),
    /** Whether the classifier looks at its photos. */
    analysesPhotos: integer('analyses_photos', { mode: 'boolean' }).notNull().default(true),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('organisations_closed')
      .on(table.suspendedAtMs)
      .where(sql`suspended_at_ms is not null`),
  ],
)

export const memberships = sqliteTable(
  'memberships',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').$type<'owner' | 'member'>().notNull(),
    createdAtMs: integer('created_at_ms').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.organisationId] }),
    index('memberships_organisation').on(table.organisationId),
  ],
)
