import { and, desc, eq, or } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { events } from '~db/sqlite/platform'
import type { TimelineEvent } from '../model/timeline-event'

/** Events that a page shows; its file has the older ones too, as many as a file of one record holds. */
const SHOWN = 60
const IN_FILE = 10_000

/** What happened to a record, the newest first. */
export async function listEventsOf(
  entity: string,
  entityId: string,
  { isWhole = false } = {},
): Promise<TimelineEvent[]> {
  return read(and(eq(events.entity, entity), eq(events.entityId, entityId)), isWhole)
}

/** What happened to an account and what the person did, the newest first. */
export async function listEventsOfAccount(
  userId: string,
  { isWhole = false } = {},
): Promise<TimelineEvent[]> {
  const own = and(eq(events.entity, 'user'), eq(events.entityId, userId))
  return read(or(own, eq(events.actorUserId, userId)), isWhole)
}

async function read(where: ReturnType<typeof and>, isWhole: boolean): Promise<TimelineEvent[]> {
  const rows = await reader()
    .select({
      id: events.id,
      entity: events.entity,
      entityId: events.entityId,
      kind: events.kind,
      actorUserId: events.actorUserId,
      actorName: users.name,
      detail: events.detail,
      atMs: events.atMs,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorUserId))
    .where(where)
    .orderBy(desc(events.atMs), desc(events.id))
    .limit(isWhole ? IN_FILE : SHOWN)
  return rows.map(({ detail, ...row }) => ({ ...row, note: textOf(detail.reason) ?? textOf(detail.text) }))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
