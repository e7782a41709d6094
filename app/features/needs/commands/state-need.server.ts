import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findSite } from '~/features/sites/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { needSearchText } from '../model/need'
import { findNeed, insertNeed } from '../repo.server'
import type { stateNeedSchema } from '../schema'

type StateNeed = z.output<typeof stateNeedSchema> & { actor: Actor }

/** States a need, for one of one's own sites or for a commune. Sending the same id twice states it once. */
export async function stateNeed({ actor, ...need }: StateNeed): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const commune = await findCommune(need.communeCode)
  if (!commune) return refused('invalid', { field: 'communeCode' })
  const site = need.siteId ? await findSite(need.siteId) : null
  if (need.siteId && site?.organisationId !== actor.organisationId)
    return refused('invalid', { field: 'siteId' })
  return withTx(async (tx) => {
    const existing = await findNeed(tx, need.id)
    if (existing)
      return existing.organisationId === actor.organisationId ? ok({ id: need.id }) : refused('conflict')
    await insertNeed(tx, {
      id: need.id,
      organisationId: actor.organisationId,
      siteId: site?.id ?? null,
      communeCode: site?.communeCode ?? need.communeCode,
      material: need.material,
      title: need.title,
      description: need.description,
      searchText: needSearchText({ ...need, communeName: site?.communeName ?? commune.name }),
      attributes: need.attributes,
      unit: need.unit,
      quantityMilli: need.quantity,
      openMilli: need.quantity,
      neededFrom: need.neededFrom,
      neededUntil: need.neededUntil,
      radiusKm: need.radiusKm,
      minCondition: need.minCondition,
      budgetUnitCents: need.budget ?? null,
      status: 'open',
      createdAtMs: nowMs(),
      updatedAtMs: nowMs(),
    })
    await recordChange(tx, { entity: 'need', entityId: need.id, kind: 'stated', actorUserId: actor.userId })
    await tell(tx, 'need.stated', { needId: need.id })
    return ok({ id: need.id })
  })
}
