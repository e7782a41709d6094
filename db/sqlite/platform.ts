import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A growing sequence of what changed: caches (match index, search index) follow it, in this process or another. */
export const changes = sqliteTable('changes', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
  atMs: integer('at_ms').notNull(),
})

/** How often each of a few tables was written, counted by triggers: answers that only read these are kept meanwhile. */
export const tableVersions = sqliteTable('table_versions', {
  name: text('name').primaryKey(),
  version: integer('version').notNull(),
})

/** Who did what to which record, written in the transaction of the change itself. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    kind: text('kind').notNull(),
    actorUserId: text('actor_user_id'),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [index('events_entity').on(table.entity, table.entityId, table.atMs)],
)

/** Messages to deliver, written with the change they tell of; the worker turns each into a job exactly once. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    dispatchedAtMs: integer('dispatched_at_ms'),
    /** The request that wrote it, as its page and the log name it; null for work that nobody asked for. */
    requestId: text('request_id'),
  },
  (table) => [index('outbox_waiting').on(table.dispatchedAtMs, table.createdAtMs)],
)

/** How soon a job is wanted: see `jobs.urgency`. */
export type Urgency = 0 | 1 | 2

/** Background work, claimed with a lease that expires and counted attempts. `dedupeKey` makes enqueueing idempotent. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    status: text('status').$type<'waiting' | 'running' | 'done' | 'dead'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** 0: somebody looks on; 1: somebody asked for it; 2: nobody waits. */
    urgency: integer('urgency').$type<Urgency>().notNull().default(1),
    /** Whose job it is: those of one key take turns with those of others. Null: oldest first. */
    fairKey: text('fair_key'),
    /** Jobs of one urgency run round by round; in each round, one job of each key. */
    round: integer('round').notNull().default(0),
    runAtMs: integer('run_at_ms').notNull(),
    leaseOwner: text('lease_owner'),
    leaseUntilMs: integer('lease_until_ms'),
    lastError: text('last_error'),
    createdAtMs: integer('created_at_ms').notNull(),
    doneAtMs: integer('done_at_ms'),
    /** The request that led to it; its lines in the log carry it. */
    requestId: text('request_id'),
  },
  (table) => [
    uniqueIndex('jobs_dedupe').on(table.kind, table.dedupeKey),
    index('jobs_ready').on(table.status, table.runAtMs),
    index('jobs_turn').on(table.status, table.kind, table.urgency, table.round, table.runAtMs),
    index('jobs_round_of_key').on(table.status, table.kind, table.urgency, table.fairKey, table.round),
  ],
)
