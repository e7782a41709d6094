import { auditActionOf, auditDetailsOf } from '~/core/audit-terms'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { changes, events } from '~db/sqlite/platform'
import { writeAudit } from './audit.server'
import { placeholdersOf, preparedQuery } from './prepared.server'
import type { Tx } from './transaction.server'

export type ChangedEntity =
  | 'lot'
  | 'need'
  | 'reservation'
  | 'site'
  | 'user'
  | 'organisation'
  | 'contact-message'
  | 'job'
  | 'labelled-example'
  | 'setting'
  | 'match-pair'
  | 'pair-dismissal'
  | 'match-weights'
  | 'vocabulary'
  | 'factors'
  | 'ledger'
  | 'allocation-plan'
  | 'basket'
  | 'saved-search'
  | 'calendar-link'
  | 'label'
  | 'place'
  | 'programme-dossier'
  | 'programme-setting'
  | 'workshop'
  | 'programme-fiche'
  | 'club-post'
  | 'commune'
  | 'moderation'
  | 'photo'
  | 'webhook'

export type Change = {
  entity: ChangedEntity
  entityId: string
  /** Past-tense verb, for example `published`, `accepted`. */
  kind: string
  actorUserId: string | null
  detail?: Record<string, unknown>
}

/**
 * Records a change in its own transaction: the event that tells who did what, the row that caches follow and, for what
 * concerns accounts, rights, settings and decisions, the row of the audit log.
 */
export async function recordChange(tx: Tx, change: Change): Promise<void> {
  const atMs = nowMs()
  await eventInsert(tx).execute({
    id: newId(),
    entity: change.entity,
    entityId: change.entityId,
    kind: change.kind,
    actorUserId: change.actorUserId,
    detail: change.detail ?? {},
    atMs,
  })
  await changeInsert(tx).execute({ entity: change.entity, entityId: change.entityId, atMs })
  const action = auditActionOf(change.entity, change.kind)
  if (action === null) return
  const { entityId: objectId, actorUserId, detail = {} } = change
  await writeAudit(tx, { action, objectId, actorUserId, details: auditDetailsOf(detail) })
}

/** Tells the caches alone, where no event is to be kept: what a model said of a lot's photo, an organisation that was erased. */
export async function noteChange(tx: Tx, entity: ChangedEntity, entityId: string): Promise<void> {
  await changeInsert(tx).execute({ entity, entityId, atMs: nowMs() })
}

const eventInsert = preparedQuery((db) =>
  db
    .insert(events)
    .values(placeholdersOf(['id', 'entity', 'entityId', 'kind', 'actorUserId', 'detail', 'atMs'] as const))
    .prepare(),
)

const changeInsert = preparedQuery((db) =>
  db
    .insert(changes)
    .values(placeholdersOf(['entity', 'entityId', 'atMs'] as const))
    .prepare(),
)
