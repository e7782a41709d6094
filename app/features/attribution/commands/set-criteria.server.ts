import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { isSameCriteria, type AttributionCriterion } from '../model/attribution-criteria'
import { criteriaInForce, findProfile } from '../queries.server'
import { deleteLotCriteria, upsertLotCriteria, upsertProfile } from '../repo.server'

/**
 * Publishes the criteria of an organisation, in their order, for its lots without their own; an empty list takes them
 * back. Requests that wait keep those they were made under.
 */
export async function setOrganisationCriteria(input: {
  actor: Actor
  criteria: readonly AttributionCriterion[]
}): Promise<Result<null>> {
  const { actor, criteria } = input
  if (!can(actor, 'organisation:manage') || !actor.roles.includes('giver')) return refused('forbidden')
  const id = actor.organisationId
  return withTx(async (tx) => {
    const { criteria: before } = await findProfile(id, tx)
    if (isSameCriteria(before ?? [], criteria)) return ok(null)
    await upsertProfile(tx, {
      organisationId: id,
      criteria: criteria.length > 0 ? [...criteria] : null,
      updatedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: id,
      kind: 'criteria-published',
      actorUserId: actor.userId,
      detail: { before, after: criteria },
    })
    return ok(null)
  })
}

/**
 * Gives a lot its own criteria; an empty list returns it to its organisation's. Refuses while requests wait
 * (`criteria-fixed`): they were made under the criteria shown to them.
 */
export async function setLotCriteria(input: {
  actor: Actor
  lot: { id: string; organisationId: string }
  criteria: readonly AttributionCriterion[]
}): Promise<Result<null>> {
  const { actor, lot, criteria } = input
  if (!can(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })) return refused('not-found')
  return withTx(async (tx) => {
    const before = await criteriaInForce(lot, tx)
    const wasOwn = before.source === 'lot'
    if (wasOwn ? isSameCriteria(before.criteria, criteria) : criteria.length === 0) return ok(null)
    if (before.isFixed) return refused('criteria-fixed', { field: 'criteria' })
    if (criteria.length === 0) await deleteLotCriteria(tx, lot.id)
    else {
      const row = { lotId: lot.id, criteria: [...criteria], source: 'lot' as const, updatedAtMs: nowMs() }
      await upsertLotCriteria(tx, row)
    }
    await recordChange(tx, {
      entity: 'lot',
      entityId: lot.id,
      kind: 'criteria-published',
      actorUserId: actor.userId,
      detail: { before: before.criteria, after: criteria },
    })
    return ok(null)
  })
}
