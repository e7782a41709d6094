import { addDays, type DayInterval } from '~/core/days'
import { readFunnel } from './funnel.server'
import { accountCohort } from './model/cohort'
import { netRange, repRates, type Indicators } from './model/indicators'
import { proximityShares } from './model/rates'
import { listAccountedSites } from './queries.server'
import {
  listAccountedHandovers,
  sumDeclared,
  sumHandedOver,
  sumIncoming,
  sumInventoried,
} from './queries/indicators.server'
import { readAccountingSettings } from './queries/settings.server'

/** The eight indicators of a period: of one commune, or of the whole Métropole. */
export async function readIndicators(period: DayInterval, communeCode?: string): Promise<Indicators> {
  const account = accountCohort(await listAccountedSites(period, communeCode), period)
  const [declared, incomingG, handovers, inventoried, handedOver, settings, funnel] = await Promise.all([
    sumDeclared(account.siteIds),
    sumIncoming(period, communeCode),
    listAccountedHandovers(period, communeCode),
    sumInventoried(account.siteIds),
    sumHandedOver(account.siteIds),
    readAccountingSettings(),
    readFunnel(account),
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
