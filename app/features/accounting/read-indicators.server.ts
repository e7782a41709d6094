import { addDays, type DayInterval } from '~/core/days'
import { includesDay } from '~/core/period'
import { readFunnel } from './funnel.server'
import { netRange, repRates, type Indicators } from './model/indicators'
import { proximityShares } from './model/rates'
import { getCommuneAccount, getMetropoleAccount } from './queries/accounts.server'
import {
  listAccountedHandovers,
  sumDeclared,
  sumHandedOver,
  sumIncoming,
  sumInventoried,
} from './queries/indicators.server'
import { readAccountingSettings } from './queries/settings.server'
import { readWithholding, type WithheldEntry } from './queries/withheld.server'
import { pooledSums } from './territory.server'

/**
 * The eight indicators of a period: of one commune, or of the whole Métropole.
 * @param withheld what they leave out; none for who sees all
 */
export async function readIndicators(
  period: DayInterval,
  communeCode?: string,
  withheld: readonly WithheldEntry[] = [],
): Promise<Indicators> {
  const account = communeCode
    ? await getCommuneAccount(communeCode, period, withheld)
    : await getMetropoleAccount(period, withheld)
  const [declared, incomingG, handovers, inventoried, handedOver, settings, funnel] = await Promise.all([
    sumDeclared(account.siteIds),
    sumIncoming(period, communeCode, withheld),
    listAccountedHandovers(period, communeCode, withheld),
    sumInventoried(account.siteIds),
    sumHandedOver(account.siteIds, withheld),
    readAccountingSettings(),
    readFunnel(account, withheld),
  ])
  const proximity = proximityShares(
    handovers.map(({ massG, fromCommune, toCommune, straightM }) => ({
      ...{ massG, fromCommune, toCommune },
      straightKm: straightM === null ? null : straightM / 1000,
      // Every commune of the product is of the Métropole; what left it has no code.
      toMetropole: toCommune === null ? null : true,
    })),
  )
  const lastDay = addDays(period.until, -1)
  const rep = repRates({ inventoried, handedOver }, settings.repTargets, lastDay)
  return { account, declared, incomingG, proximity, rep, net: netRange(handovers), funnel }
}

/** Which indicators leave handovers out, by what they add up. */
export type LeavesOut = {
  /** The handovers of the sites of the rate, whenever. */
  cohort: boolean
  /** What projects took in. */
  incoming: boolean
  /** All handovers of the period. */
  handovers: boolean
  /** Those that a factor supports. */
  claims: boolean
}

/** The indicators of the whole Métropole as everyone reads them, and which of them leave handovers out. */
export async function readPublicIndicators(
  period: DayInterval,
): Promise<{ indicators: Indicators; leavesOut: LeavesOut; threshold: number }> {
  const { entries, threshold } = await readWithholding()
  const { net, ...indicators } = await readIndicators(period, undefined, entries)
  const { handovers, claims } = pooledSums(entries, period, threshold)
  return {
    indicators: {
      ...indicators,
      net: {
        netG: net.netG + claims.netG,
        lowG: net.lowG + claims.lowG,
        highG: net.highG + claims.highG,
        claims: net.claims + claims.count,
        total: net.total + handovers.count,
      },
    },
    leavesOut: leavesOutOf(entries, indicators, { period, pooledClaims: claims.count }),
    threshold,
  }
}

function leavesOutOf(
  withheld: readonly WithheldEntry[],
  { account }: Pick<Indicators, 'account'>,
  { period, pooledClaims }: { period: DayInterval; pooledClaims: number },
): LeavesOut {
  const cohort = new Set(account.siteIds)
  const dated = withheld.filter(({ handedOverOn }) => includesDay(period, handedOverOn))
  return {
    cohort: withheld.some(({ fromSiteId }) => cohort.has(fromSiteId)),
    incoming: dated.some(({ toCommuneCode }) => toCommuneCode !== null),
    handovers: dated.length > 0,
    claims: pooledClaims < dated.filter(({ netAvoidedGCo2e }) => netAvoidedGCo2e !== null).length,
  }
}
