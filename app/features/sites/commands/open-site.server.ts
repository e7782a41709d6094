import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findOwnedSite, insertSite } from '../repo.server'
import type { newSiteSchema } from '../schema'

type OpenSite = z.output<typeof newSiteSchema> & { actor: Actor }

/** Opens a site in a commune of the Métropole. Sending the same id twice opens it once. */
export async function openSite({ actor, ...site }: OpenSite): Promise<Result<{ id: string }>> {
  const commune = await findCommune(site.communeCode)
  if (!commune) return refused('invalid', { field: 'communeCode' })
  return withTx(async (tx) => {
    const inserted = await insertSite(tx, {
      ...site,
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
