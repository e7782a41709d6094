import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { MILLI } from '~/core/units'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findSite } from '~/features/sites/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { needSearchText } from '../model/need'
import { findNeed, updateNeed } from '../repo.server'
import type { changeNeedSchema } from '../schema'

type ChangeNeed = z.output<typeof changeNeedSchema> & { actor: Actor; needId: string }

/**
 * Changes one's own need. Its quantity may not go below what accepted reservations serve (`less-than-served`), and
 * while they serve something its material and unit stay (`conflict`), as their parts are counted in them.
 */
export async function changeNeed({ actor, needId, ...need }: ChangeNeed): Promise<Result<{ id: string }>> {
  const commune = await findCommune(need.communeCode)
  if (!commune) return refused('invalid', { field: 'communeCode' })
  const site = need.siteId ? await findSite(need.siteId) : null
  if (need.siteId && site?.organisationId !== actor.organisationId)
    return refused('invalid', { field: 'siteId' })
  return withTx(async (tx) => {
    const before = await findNeed(tx, needId)
    if (before?.organisationId !== actor.organisationId) return refused('not-found')
    const servedMilli = before.quantityMilli - before.openMilli
    const keepsKind = before.material === need.material && before.unit === need.unit
    if (servedMilli > 0 && !keepsKind) return refused('conflict', { field: 'material' })
    const changed = await updateNeed(tx, actor.organisationId, needId, {
      siteId: site?.id ?? null,
      communeCode: site?.communeCode ?? need.communeCode,
      material: need.material,
      title: need.title,
      description: need.description,
      searchText: needSearchText({ ...need, communeName: site?.communeName ?? commune.name }),
      attributes: need.attributes,
      unit: need.unit,
      quantityMilli: need.quantity,
      neededFrom: need.neededFrom,
      neededUntil: need.neededUntil,
      radiusKm: need.radiusKm,
      minCondition: need.minCondition,
      budgetUnitCents: need.budget ?? null,
      updatedAtMs: nowMs(),
    })
    if (!changed) {
      return refused('less-than-served', { field: 'quantity', params: { served: servedMilli / MILLI } })
    }
    await recordChange(tx, { entity: 'need', entityId: needId, kind: 'changed', actorUserId: actor.userId })
    await tell(tx, 'need.changed', { needId })
    return ok({ id: needId })
  })
}
