import { isHandedOver } from '~/core/reservation-status'
import { massOfPart } from '~/features/lots/model/lot'
import type { CohortAccount } from './model/cohort'
import { funnelMasses, type CohortFunnel, type GrantedPart } from './model/funnel-masses'
import { lineFunnels, type LineFunnel } from './model/line-funnels'
import { listGrantedParts, listLotsOfSites } from './queries.server'

/** The funnel of a cohort's sites, from their inventories to the rate's own numerator. */
export async function readFunnel(
  account: CohortAccount,
  leftOut: readonly { reservationId: string }[] = [],
): Promise<CohortFunnel> {
  const { lots, granted } = await readOffers(account.siteIds, leftOut)
  return funnelMasses({
    inventoriedG: account.localReuse.denominatorG,
    handedOverG: account.localReuse.numeratorG,
    lots,
    granted,
  })
}

/** What became of each line of a site's inventory, and of its lots that come from no line (`null`). */
export async function readLineFunnels(siteId: string): Promise<Map<string | null, LineFunnel>> {
  return lineFunnels(await readOffers([siteId]))
}

async function readOffers(siteIds: readonly string[], leftOut: readonly { reservationId: string }[] = []) {
  const [lots, parts] = await Promise.all([listLotsOfSites(siteIds), listGrantedParts(siteIds, leftOut)])
  // A signed mass is better than the share of what the lot announced.
  const granted = parts.map((part): GrantedPart => ({
    lotId: part.lotId,
    isCollected: isHandedOver(part.status),
    massG: part.handedOverG ?? massOfPart(part, part.partMilli),
  }))
  return { lots, granted }
}
