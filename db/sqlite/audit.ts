import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuditAction, AuditDetails, AuditOutcome } from '../../app/core/audit-terms'

/**
 * Who did what with accounts, rights, settings and other people's data: append-only, each row with the hash of the one
 * before. No foreign keys and no words of people: erasing a person leaves every row as it is, and nothing to know them by.
 */
export const auditRows = sqliteTable(
  'audit_rows',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    atMs: integer('at_ms').notNull(),
    /** Null: the service itself, or someone who did not prove who they are. */
    actorUserId: text('actor_user_id'),
    /** The organisation that the actor acted for. */
    organisationId: text('organisation_id'),
    action: text('action').$type<AuditAction>().notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id'),
    outcome: text('outcome').$type<AuditOutcome>().notNull(),
    /** The request of the log, when it was one. */
    requestId: text('request_id'),
    /** The network of the request: /24 or /48. */
    address: text('address'),
    details: text('details', { mode: 'json' }).$type<AuditDetails>().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [
    index('audit_actor').on(table.actorUserId, table.seq),
    index('audit_action').on(table.action, table.seq),
    index('audit_object').on(table.objectId, table.seq),
    index('audit_at').on(table.atMs),
  ],
)

/** The last row that was let go each time that old ones were: where the chain that is kept begins. */
export const auditAnchors = sqliteTable('audit_anchors', {
  seq: integer('seq').primaryKey(),
  hash: text('hash').notNull(),
  /** The instant before which rows went. */
  beforeMs: integer('before_ms').notNull(),
  atMs: integer('at_ms').notNull(),
})
