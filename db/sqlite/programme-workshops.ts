import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { communes } from './communes'
import { users } from './identity'
import { organisations } from './organisations'

/** A day of work for agents and elected members. */
export const programmeWorkshops = sqliteTable(
  'programme_workshops',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    audience: text('audience').$type<'agents' | 'elected' | 'both'>().notNull(),
    onDay: text('on_day').notNull(),
    /** `HH:MM` in Paris. */
    fromHour: text('from_hour').notNull(),
    untilHour: text('until_hour').notNull(),
    place: text('place').notNull(),
    programme: text('programme').notNull(),
    places: integer('places').notNull(),
    taken: integer('taken').notNull().default(0),
    cancelledAtMs: integer('cancelled_at_ms'),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    index('programme_workshops_day').on(table.onDay),
    check('programme_workshops_seats', sql`${table.taken} between 0 and ${table.places}`),
  ],
)

export const programmeSeats = sqliteTable(
  'programme_seats',
  {
    id: text('id').primaryKey(),
    workshopId: text('workshop_id')
      .notNull()
      .references(() => programmeWorkshops.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role').$type<'agent' | 'elected'>().notNull(),
    /** Null until the sheet is kept. */
    attended: integer('attended', { mode: 'boolean' }),
    createdByUserId: text('created_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    uniqueIndex('programme_seats_person').on(table.workshopId, table.email),
    index('programme_seats_commune').on(table.communeCode),
  ],
)

/** What is handed out at a workshop: a title, and where it is read or the file that was sent. */
export const programmeMaterials = sqliteTable(
  'programme_materials',
  {
    id: text('id').primaryKey(),
    workshopId: text('workshop_id')
      .notNull()
      .references(() => programmeWorkshops.id),
    title: text('title').notNull(),
    /** Empty where a file was sent. */
    url: text('url').notNull(),
    /** Where the file is in the folder of documents, with what is told of it; null for an address. */
    storageKey: text('storage_key'),
    fileName: text('file_name'),
    mimeType: text('mime_type').$type<'application/pdf' | 'image/jpeg'>(),
    sizeBytes: integer('size_bytes'),
    /** SHA-256 of the file as it is kept. */
    sha256: text('sha256'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('programme_materials_workshop').on(table.workshopId, table.createdAtMs)],
)
