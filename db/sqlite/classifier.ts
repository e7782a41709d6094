import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import { photos } from './photos'

/** What the model said of a photo, kept apart from what people decide. */
export const classifications = sqliteTable('classifications', {
  photoId: text('photo_id')
    .primaryKey()
    .references(() => photos.id),
  modelVersion: text('model_version').notNull(),
  verdict: text('verdict').$type<'sure' | 'likely' | 'unsure' | 'not-a-material'>().notNull(),
  candidates: text('candidates', { mode: 'json' })
    .$type<{ material: MaterialType; confidence: number }[]>()
    .notNull(),
  inferenceMs: integer('inference_ms').notNull(),
  classifiedAtMs: integer('classified_at_ms').notNull(),
})
