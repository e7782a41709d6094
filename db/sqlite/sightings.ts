import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Sighting } from '../../app/core/sighting'
import { photos } from './photos'

/** What the detector spotted in a photo, kept apart from what people decide; a row goes with its photo, or its picture. */
export const photoSightings = sqliteTable(
  'photo_sightings',
  {
    photoId: text('photo_id')
      .primaryKey()
      .references(() => photos.id, { onDelete: 'cascade' }),
    detectorVersion: text('detector_version').notNull(),
    /** Empty: looked at, and nothing spotted. */
    sightings: text('sightings', { mode: 'json' }).$type<Sighting[]>().notNull(),
    tookMs: integer('took_ms').notNull(),
    lookedAtMs: integer('looked_at_ms').notNull(),
    /** Who said that there is nothing to blur, and when; null: nobody. */
    dismissedByUserId: text('dismissed_by_user_id'),
    dismissedAtMs: integer('dismissed_at_ms'),
  },
  (table) => [index('photo_sightings_version').on(table.detectorVersion, table.photoId)],
)
