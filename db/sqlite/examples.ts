import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import { users } from './identity'
import { photos } from './photos'

/**
 * Photos that may teach the classifier, with the label that people gave them. A row goes with its photo; one of an
 * organisation's own photo exists only while the organisation agrees.
 */
export const labelledExamples = sqliteTable(
  'labelled_examples',
  {
    photoId: text('photo_id')
      .primaryKey()
      .references(() => photos.id, { onDelete: 'cascade' }),
    /** The material that the giver chose; null for a photo of a folder. */
    material: text('material').$type<MaterialType>(),
    /** A label of the classifier, finer than the material; null until somebody says which. */
    label: text('label'),
    /** Who the label comes from: the giver against or with the suggestion, the Métropole's team, a folder of photos. */
    origin: text('origin').$type<'correction' | 'confirmation' | 'administrator' | 'folder'>().notNull(),
    state: text('state').$type<'waiting' | 'accepted' | 'rejected'>().notNull(),
    /** Who decided last; null for a folder, and once the account is gone. */
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
    /** The model that had spoken of the photo when the giver chose, and what it proposed first; null for nothing. */
    modelVersion: text('model_version'),
    saidMaterial: text('said_material').$type<MaterialType>(),
    /** Where a photo of a folder comes from, and the terms it comes under; both null for an organisation's own. */
    source: text('source'),
    licence: text('licence'),
    keptSinceMs: integer('kept_since_ms').notNull(),
    decidedAtMs: integer('decided_at_ms').notNull(),
  },
  (table) => [
    index('labelled_examples_state').on(table.state, table.label),
    index('labelled_examples_kept').on(table.keptSinceMs),
    check('labelled_examples_accepted', sql`${table.state} <> 'accepted' or ${table.label} is not null`),
    check('labelled_examples_folder', sql`(${table.source} is null) = (${table.licence} is null)`),
  ],
)
