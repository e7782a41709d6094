import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './identity'

/** What people write to the operator; answered by e-mail, marked as handled by the Métropole's team. */
export const contactMessages = sqliteTable(
  'contact_messages',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    topic: text('topic').$type<'question' | 'problem' | 'accessibility' | 'data' | 'other'>().notNull(),
    text: text('text').notNull(),
    /** The page the person came from, a path of the product. */
    path: text('path').notNull().default(''),
    userId: text('user_id').references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    handledAtMs: integer('handled_at_ms'),
    handledByUserId: text('handled_by_user_id').references(() => users.id),
  },
  (table) => [index('contact_messages_open').on(table.handledAtMs, table.createdAtMs)],
)
