import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { ClosingState } from '~/core/waste-terms'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { openRecord, ownsSite, updateRecord, type RecordChange } from '../repo.server'

export type InRecord = {
  actor: Actor
  siteId: string
  /** The revision that the person has seen. */
  revision: number
}

/** What an act changes of the record itself, and how its event tells of it. */
export type Act = {
  kind: string
  detail?: Record<string, unknown>
  change?: RecordChange
}

/** An act that was done already, by the same sending. */
export const DONE_BEFORE = 'done-before'

/**
 * Does one act in the closing record of one's own site, in one transaction with its event; the revision grows. Refuses
 * `not-found` for a foreign site, `edited-meanwhile` when the record is no longer what the person saw, `closing-ready`
 * for what changes a record that is ready.
 */
export async function inRecord(
  { actor, siteId, revision }: InRecord,
  state: ClosingState,
  act: (tx: Tx) => Promise<Result<Act | typeof DONE_BEFORE>>,
): Promise<Result<null>> {
  return withTx(async (tx) => {
    const isOwn = can(actor, 'closing:edit') && (await ownsSite(tx, actor.organisationId, siteId))
    if (!isOwn) return refused('not-found')
    const record = await openRecord(tx, siteId, nowMs())
    const done = await act(tx)
    if (!done.ok) return done
    if (done.value === DONE_BEFORE) return ok(null)
    if (record.revision !== revision) return refused('edited-meanwhile')
    if (record.state !== state) return refused(state === 'draft' ? 'closing-ready' : 'conflict')
    const { kind, detail = {}, change = {} } = done.value
    if (!(await updateRecord(tx, { siteId, revision }, { ...change, updatedAtMs: nowMs() }))) {
      return refused('edited-meanwhile')
    }
    await recordChange(tx, {
      ...{ entity: 'site', entityId: siteId, kind, actorUserId: actor.userId },
      detail: { ...detail, revision: revision + 1 },
    })
    return ok(null)
  })
}
