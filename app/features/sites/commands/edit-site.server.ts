import type { z } from 'zod'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findOwnedSite, hasLots, updateSite } from '../repo.server'
import type { editSiteSchema } from '../schema'
import { placeOf } from '../site-place.server'

type EditSite = z.output<typeof editSiteSchema> & { actor: Actor; siteId: string }

/**
 * Changes a site of one's own. Dates move freely; the commune stays once lots are published, since they and their
 * handovers are counted there (`site-has-lots`). Refuses what `placeOf` does, and `not-found` for a foreign site.
 */
export async function editSite(input: EditSite): Promise<Result<{ id: string }>> {
  const { actor, siteId, positionIsRight, ...site } = input
  const place = await placeOf({ ...site, positionIsRight })
  return withTx(async (tx) => {
    const before = await findOwnedSite(tx, actor.organisationId, siteId)
    if (!before) return refused('not-found')
    if (!place.ok) return place
    if (before.communeCode !== site.communeCode && (await hasLots(tx, siteId))) {
      return refused('site-has-lots', { field: 'communeCode' })
    }
    await updateSite(tx, siteId, { ...site, ...place.value, contactPhone: site.contactPhone ?? '' })
    await recordChange(tx, {
      entity: 'site',
      entityId: siteId,
      kind: 'edited',
      actorUserId: actor.userId,
      detail: { startsOn: site.startsOn, endsOn: site.endsOn },
    })
    return ok({ id: siteId })
  })
}
