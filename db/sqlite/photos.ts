import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Zone } from '../../app/core/zone'
import { lots } from './lots'
import { organisations } from './organisations'
import { reservationMessages } from './arrangements'

/** A re-encoded photo (EXIF gone). Files are `<storageKey>-<width>.webp|jpg` in the photo store. */
export const photos = sqliteTable(
  'photos',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    lotId: text('lot_id').references(() => lots.id),
    /** The message between two sides that it came with; such a photo is shown to them alone. */
    messageId: text('message_id').references(() => reservationMessages.id),
    position: integer('position').notNull().default(0),
    /** SHA-256 of the bytes as sent. */
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    /** SHA-256 of each stored file by how its name ends (`960.webp`); null until a job has noted them. */
    filesSha256: text('files_sha256', { mode: 'json' }).$type<Record<string, string>>(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** A rendering of the demo, not a photograph. */
    isSynthetic: integer('is_synthetic', { mode: 'boolean' }).notNull().default(false),
    /** Whether the AVIF renditions exist: they are made after the photo is accepted. */
    hasAvif: integer('has_avif', { mode: 'boolean' }).notNull().default(false),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('photos_lot').on(table.lotId, table.position),
    index('photos_message').on(table.messageId, table.position),
    index('photos_organisation').on(table.organisationId, table.createdAtMs),
    index('photos_storage_key').on(table.storageKey),
  ],
)

/** Who made zones of a photo unrecognisable, and when. What was there is kept nowhere. */
export const photoBlurs = sqliteTable(
  'photo_blurs',
  {
    /** Made by the client, so that sending twice blurs once. */
    id: text('id').primaryKey(),
    photoId: text('photo_id')
      .notNull()
      .references(() => photos.id, { onDelete: 'cascade' }),
    /** In thousandths of the photo's width and height. */
    zones: text('zones', { mode: 'json' }).$type<Zone[]>().notNull(),
    /** The Métropole's team, and not who posted the photo. */
    isByTeam: integer('is_by_team', { mode: 'boolean' }).notNull(),
    userId: text('user_id').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [index('photo_blurs_photo').on(table.photoId, table.atMs)],
)
