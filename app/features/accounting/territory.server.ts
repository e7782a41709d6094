import { calendarYear } from '~/core/period'
import { listCommunes } from '~/features/communes/queries.server'
import type { CarbonClaim } from './model/carbon-claim'
import type { CommuneLine } from './model/commune-line'
import { medianOf } from './model/median'
import { getMetropoleAccount, getTotals, listCommuneAccounts } from './queries.server'

/** The Métropole's year: its own account, each commune's, and the middle of their rates. */
export async function readTerritory(year: number) {
  const period = calendarYear(year)
  const [communes, accounts, metropole, totals] = await Promise.all([
    listCommunes(),
    listCommuneAccounts(period),
    getMetropoleAccount(period),
    getTotals(period),
  ])
  const accountOf = new Map(accounts.map(({ communeCode, account }) => [communeCode, account]))
  const lines = communes.flatMap(
    ({ code, name, departement, eptName, tileColumn, tileRow }): CommuneLine[] => {
      const account = accountOf.get(code)
      return account ? [{ code, name, departement, eptName, tileColumn, tileRow, account }] : []
    },
  )
  const rates = lines.flatMap(({ account }) => account.localReuse.rate ?? [])
  const carbon: CarbonClaim = {
    netKg: totals.claims === 0 ? null : totals.netAvoidedGCo2e / 1000,
    claims: totals.claims,
    total: totals.handovers,
  }
  return {
    lines,
    metropole,
    handedOverG: totals.massG,
    carbon,
    medianRate: medianOf(rates),
    ratedCount: rates.length,
  }
}
