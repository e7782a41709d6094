import { index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { MaterialType } from '../../app/core/material-types'
import { users } from './identity'
import { organisations } from './organisations'

/** What a commune or the Métropole has learned, for the others to use. */
export const programmeFiches = sqliteTable(
  'programme_fiches',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    title: text('title').notNull(),
    body: text('body').notNull(),
    materials: text('materials', { mode: 'json' }).$type<MaterialType[]>().notNull(),
    topics: text('topics', { mode: 'json' }).$type<string[]>().notNull(),
    state: text('state').$type<'proposed' | 'published' | 'refused' | 'hidden'>().notNull(),
    /** Why it was refused or hidden; empty otherwise. */
    reason: text('reason').notNull().default(''),
    createdByUserId: text('created_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [index('programme_fiches_state').on(table.state, table.updatedAtMs)],
)

/** Short words between communes; an answer stands under the post it answers. */
export const programmePosts = sqliteTable(
  'programme_posts',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => programmePosts.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    text: text('text').notNull(),
    hiddenAtMs: integer('hidden_at_ms'),
    hiddenReason: text('hidden_reason').notNull().default(''),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('programme_posts_thread').on(table.parentId, table.createdAtMs)],
)
