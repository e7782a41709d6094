import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { claimLabel, findHolder, findLabelRow } from '../repo.server'

/**
 * Ties a blank label of one's organisation to one of its lots, or to the draft that will be one under the same id.
 * Claiming it again for the same is harmless; of two people who claim it for different lots, one wins and the other
 * is told whose it is. A draft that was thrown away gives its label back.
 *
 * Refuses `label-unknown` for a code that does not exist or is another organisation's, `not-found` for a lot or draft
 * that is not one's own, and `label-taken` with the `name` of what holds it.
 */
export async function claimCode({
  actor,
  code,
  lotId,
}: {
  actor: Actor
  code: string
  /** The id of the lot, or of the draft. */
  lotId: string
}): Promise<Result<{ code: string }>> {
  return withTx(async (tx) => {
    const label = await findLabelRow(tx, code)
    if (!label || label.organisationId !== actor.organisationId)
      return refused('label-unknown', { field: 'code' })
    const wanted = await findHolder(tx, lotId)
    if (!wanted || wanted.organisationId !== actor.organisationId)
      return refused('not-found', { field: 'lotId' })
    const held = await holderOf(tx, label)
    if (held) {
      if (held.id === wanted.id) return ok({ code })
      return refused('label-taken', { field: 'code', params: { name: held.name } })
    }
    const isClaimed = await claimLabel(tx, label, {
      lotId: wanted.kind === 'lot' ? wanted.id : null,
      draftId: wanted.kind === 'draft' ? wanted.id : null,
      claimedByUserId: actor.userId,
      claimedAtMs: nowMs(),
    })
    if (!isClaimed) return refused('conflict')
    const detail = { [wanted.kind]: wanted.id }
    await recordChange(tx, {
      entity: 'label',
      entityId: code,
      kind: 'claimed',
      actorUserId: actor.userId,
      detail,
    })
    return ok({ code })
  })
}

async function holderOf(tx: Tx, label: { lotId: string | null; draftId: string | null }) {
  const id = label.lotId ?? label.draftId
  return id === null ? null : findHolder(tx, id)
}
