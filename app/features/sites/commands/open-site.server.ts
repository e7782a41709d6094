import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findOwnedSite, insertSite } from '../repo.server'
import type { newSiteSchema } from '../schema'
import { placeOf } from '../site-place.server'

type OpenSite = z.output<typeof newSiteSchema> & { actor: Actor }

/** Opens a site in a commune of the Métropole. Sending the same id twice opens it once. Refuses what `placeOf` does. */
export async function openSite({
  actor,
  positionIsRight,
  ...site
}: OpenSite): Promise<Result<{ id: string }>> {
  const place = await placeOf({ ...site, positionIsRight })
  if (!place.ok) return place
  return withTx(async (tx) => {
    const inserted = await insertSite(tx, {
      ...site,
      ...place.value,
      organisationId: actor.organisationId,
      createdAtMs: nowMs(),
    })
    if (inserted) {
      await recordChange(tx, { entity: 'site', entityId: site.id, kind: 'opened', actorUserId: actor.userId })
      return ok({ id: site.id })
    }
    const own = await findOwnedSite(tx, actor.organisationId, site.id)
    return own ? ok({ id: site.id }) : refused('conflict')
  })
}
