import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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

/** A photo as the short vector by which photos are compared; only vectors of one model version compare. */
export const photoEmbeddings = sqliteTable('photo_embeddings', {
  photoId: text('photo_id')
    .primaryKey()
    .references(() => photos.id),
  modelVersion: text('model_version').notNull(),
  /** Signed bytes, one per dimension; only their direction means something. */
  vector: blob('vector', { mode: 'buffer' }).notNull(),
})

/** What the classifier was used for, month by month; it stays when photos and suggestions go. */
export const classifierUse = sqliteTable(
  'classifier_use',
  {
    /** `YYYY-MM`, in Paris. */
    month: text('month').notNull(),
    purpose: text('purpose').$type<'lot' | 'visitor'>().notNull(),
    photos: integer('photos').notNull(),
    /** Processor time of decoding and analysis; an upper bound, see `startCpuClock`. */
    cpuMs: integer('cpu_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.purpose] })],
)
