import { and, eq, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'

/** How the last lot that an organisation published at each of its sites is loaded, removed and ceded, by site. */
export async function listLastTerms(organisationId: string) {
  const last = reader()
    .select({ siteId: lots.siteId, atMs: max(lots.createdAtMs).as('last_at_ms') })
    .from(lots)
    .where(eq(lots.organisationId, organisationId))
    .groupBy(lots.siteId)
    .as('last')
  const { siteId, access, packaging, vehicle, removal, storageUntil, cedingRight } = lots
  const rows = await reader()
    .select({ siteId, access, packaging, vehicle, removal, storageUntil, cedingRight })
    .from(lots)
    .innerJoin(last, and(eq(last.siteId, lots.siteId), eq(last.atMs, lots.createdAtMs)))
    .where(eq(lots.organisationId, organisationId))
  return new Map(rows.map(({ siteId: site, ...terms }) => [site, terms]))
}
