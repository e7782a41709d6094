import { massOfPart } from '~/features/lots/model/lot'
import type { CohortAccount } from './model/cohort'
import { funnelMasses, type CohortFunnel } from './model/funnel-masses'
import { listGrantedParts, listLotsOfSites } from './queries.server'

/** The funnel of a cohort's sites, from their inventories to the rate's own numerator. */
export async function readFunnel(account: CohortAccount): Promise<CohortFunnel> {
  const [lots, parts] = await Promise.all([
    listLotsOfSites(account.siteIds),
    listGrantedParts(account.siteIds),
  ])
  return funnelMasses({
    inventoriedG: account.localReuse.denominatorG,
    handedOverG: account.localReuse.numeratorG,
    lots,
    // A signed mass is better than the share of what the lot announced.
    granted: parts.map((part) => ({
      lotId: part.lotId,
      isCollected: part.status === 'collected',
      massG: part.handedOverG ?? massOfPart(part, part.partMilli),
    })),
  })
}
