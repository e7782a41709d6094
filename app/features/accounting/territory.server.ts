import type { DayInterval } from '~/core/days'
import { calendarYear } from '~/core/period'
import { listCommunes } from '~/features/communes/queries.server'
import type { CarbonClaim } from './model/carbon-claim'
import type { CommuneLine } from './model/commune-line'
import { medianOf } from './model/median'
import { pooledOf, withheldFromAgentOf } from './model/suppression'
import { toldAccount } from './model/told-account'
import { getMetropoleAccount, listCommuneAccounts } from './queries/accounts.server'
import { getTotals, type Totals } from './queries.server'
import { readWithholding, type WithheldEntry } from './queries/withheld.server'

/**
 * The Métropole's year: its own account, each commune's, and the middle of their rates.
 * @param seen the communes that the reader sees whole: none for the public, all for the Métropole's team
 */
export async function readTerritory(year: number, seen: readonly string[] = []) {
  const period = calendarYear(year)
  const { threshold, entries } = await readWithholding()
  const ownLines = withheldFromAgentOf(entries, seen)
  // Whoever sees one commune whole reads the others and their sum as everyone does.
  const withheld = ownLines.length === 0 ? [] : entries
  const [communes, accounts, metropole, totals] = await Promise.all([
    listCommunes(),
    listCommuneAccounts(period, ownLines),
    getMetropoleAccount(period, withheld),
    readTotals(period, { withheld, threshold }),
  ])
  const accountOf = new Map(accounts.map(({ communeCode, account }) => [communeCode, account]))
  const lines = communes.flatMap(
    ({ code, name, departement, eptName, tileColumn, tileRow }): CommuneLine[] => {
      const own = accountOf.get(code)
      if (!own) return []
      const left = ownLines.filter(({ fromCommuneCode }) => fromCommuneCode === code)
      const account = toldAccount(own, left, period)
      return [{ code, name, departement, eptName, tileColumn, tileRow, account }]
    },
  )
  // A rate that lacks handovers is no rate to take a middle of.
  const rates = lines.flatMap(({ account: { localReuse, telling } }) =>
    telling.rate === 'whole' ? (localReuse.rate ?? []) : [],
  )
  const carbon: CarbonClaim = {
    netKg: totals.claims === 0 ? null : totals.netAvoidedGCo2e / 1000,
    claims: totals.claims,
    total: totals.handovers,
  }
  return {
    lines,
    threshold,
    metropole: toldAccount(metropole, withheld, period),
    handedOverG: totals.massG,
    isPartial: totals.isPartial,
    isClaimsPartial: totals.isClaimsPartial,
    carbon,
    medianRate: medianOf(rates),
    ratedCount: rates.length,
  }
}

/** Totals, and whether the mass and the emissions leave handovers out. */
type TotalsTold = Totals & { isPartial: boolean; isClaimsPartial: boolean }

/** All that was handed over in a period as everyone reads it. */
export async function readPublicTotals(period: DayInterval): Promise<TotalsTold> {
  const { threshold, entries } = await readWithholding()
  return readTotals(period, { withheld: entries, threshold })
}

/** Sums without the withheld, then those that only totals of whole years count. */
async function readTotals(
  period: DayInterval,
  { withheld, threshold }: { withheld: readonly WithheldEntry[]; threshold: number },
): Promise<TotalsTold> {
  const told = await getTotals(period, withheld)
  const { handovers, claims } = pooledSums(withheld, period, threshold)
  const left = withheld.filter(({ handedOverOn: day }) => period.from <= day && day < period.until)
  return {
    massG: told.massG + handovers.massG,
    handovers: told.handovers + handovers.count,
    netAvoidedGCo2e: told.netAvoidedGCo2e + claims.netG,
    claims: told.claims + claims.count,
    isPartial: handovers.count < left.length,
    isClaimsPartial: claims.count < left.filter(({ netAvoidedGCo2e }) => netAvoidedGCo2e !== null).length,
  }
}

/** What the withheld handovers add to the totals of the whole Métropole: their mass, and the claims of those that have one. */
export function pooledSums(withheld: readonly WithheldEntry[], period: DayInterval, threshold: number) {
  const pooled = pooledOf(withheld, period, threshold)
  const claimed = pooledOf(
    withheld.filter(({ netAvoidedGCo2e }) => netAvoidedGCo2e !== null),
    period,
    threshold,
  )
  const sum = (valueOf: (entry: WithheldEntry) => number | null) =>
    claimed.reduce((total, entry) => total + (valueOf(entry) ?? 0), 0)
  return {
    handovers: { massG: pooled.reduce((total, { massG }) => total + massG, 0), count: pooled.length },
    claims: {
      count: claimed.length,
      netG: sum(({ netAvoidedGCo2e }) => netAvoidedGCo2e),
      lowG: sum(({ netLowGCo2e, netAvoidedGCo2e }) => netLowGCo2e ?? netAvoidedGCo2e),
      highG: sum(({ netHighGCo2e, netAvoidedGCo2e }) => netHighGCo2e ?? netAvoidedGCo2e),
    },
  }
}
