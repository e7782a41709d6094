import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './identity'
import { organisations } from './organisations'

type Pace = 'immediate' | 'daily' | 'weekly'

/** An address that gets alerts without an account. Nothing else is known of who reads it; erased with its last search. */
export const alertSubscribers = sqliteTable('alert_subscribers', {
  id: text('id').primaryKey(),
  /** Lower case, trimmed. */
  email: text('email').notNull().unique(),
  locale: text('locale').$type<'fr' | 'en'>().notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
})

/** A search that somebody keeps, of an account or of an address without one: exactly one of the two is set. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').references(() => users.id),
    /** The organisation acted for when it was kept: what it sees, the search sees, while the person is a member. */
    organisationId: text('organisation_id').references(() => organisations.id),
    subscriberId: text('subscriber_id').references(() => alertSubscribers.id),
    subject: text('subject').$type<'lots' | 'needs'>().notNull(),
    /** The query of its page, tidied: empty, or beginning with «?». */
    query: text('query').notNull(),
    name: text('name').notNull(),
    pace: text('pace').$type<Pace>().notNull(),
    pausedAtMs: integer('paused_at_ms'),
    /** When the reader of the address agreed; null until then, and then nothing is looked for. */
    confirmedAtMs: integer('confirmed_at_ms'),
    /** When its page was last seen: what was found since is new. */
    seenAtMs: integer('seen_at_ms').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    index('saved_searches_user').on(table.userId, table.createdAtMs),
    uniqueIndex('saved_searches_of_address').on(table.subscriberId, table.subject, table.query),
    index('saved_searches_subject').on(table.subject, table.confirmedAtMs),
  ],
)

/** One e-mail of alerts: a reader gets a bounded number of them at once in a day. Its text is made when it is sent. */
export const alertMails = sqliteTable(
  'alert_mails',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').references(() => users.id),
    subscriberId: text('subscriber_id').references(() => alertSubscribers.id),
    pace: text('pace').$type<Pace>().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('alert_mails_user').on(table.userId, table.createdAtMs),
    index('alert_mails_subscriber').on(table.subscriberId, table.createdAtMs),
  ],
)

/** What a search found: each lot or need once, for good. Those already there when it was kept are known, not told. */
export const alertHits = sqliteTable(
  'alert_hits',
  {
    searchId: text('search_id')
      .notNull()
      .references(() => savedSearches.id),
    /** A lot's or a need's id, as the search's subject says. */
    itemId: text('item_id').notNull(),
    /** How its e-mail is to come; null for what was there before. */
    pace: text('pace').$type<Pace>(),
    foundAtMs: integer('found_at_ms').notNull(),
    /** When it went into an e-mail, or into none because the search was paused; null while it waits for one. */
    settledAtMs: integer('settled_at_ms'),
    mailId: text('mail_id').references(() => alertMails.id),
  },
  (table) => [
    primaryKey({ columns: [table.searchId, table.itemId] }),
    index('alert_hits_found').on(table.searchId, table.foundAtMs),
    index('alert_hits_waiting').on(table.settledAtMs, table.searchId),
    index('alert_hits_mail').on(table.mailId),
  ],
)

/** Requests for alerts by people without an account, so that a form sent twice asks once. */
export const alertRequests = sqliteTable('alert_requests', {
  /** The id of the form. */
  id: text('id').primaryKey(),
  atMs: integer('at_ms').notNull(),
})

/** A person's private calendar for one organisation. Its link is signed with the id: a new row is a new link. */
export const calendarLinks = sqliteTable(
  'calendar_links',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [uniqueIndex('calendar_links_person').on(table.userId, table.organisationId)],
)
