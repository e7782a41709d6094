import { calendarYear } from '~/core/period'
import type { Rate } from '~/features/accounting/model/rates'
import { getCommuneAccount } from '~/features/accounting/queries.server'
import { findCommune } from '~/features/communes/queries.server'
import { listMonthlyFigures } from './queries.server'
import { handoverRecord } from './records.server'
import type { CommuneFigures } from './schema'
import { toldFigures } from './told-figures.server'

/** A commune's year with the same account as its public page; null when there is no such commune. */
export async function readCommuneFigures(code: string, year: number): Promise<CommuneFigures | null> {
  const commune = await findCommune(code)
  if (!commune) return null
  const period = calendarYear(year)
  const [account, months, isTold] = await Promise.all([
    getCommuneAccount(code, period),
    listMonthlyFigures(code, period),
    toldFigures(),
  ])
  const places = new Map([[code, commune]])
  return {
    commune_code: code,
    commune_name: commune.name,
    year,
    local_reuse: shown(account.localReuse),
    realisation: shown(account.realisation),
    outside_kg: account.outside.handedOverG / 1000,
    months: months.filter(isTold).map((figure) => handoverRecord(figure, places)),
  }
}

function shown({ rate, numeratorG, denominatorG }: Rate) {
  return { rate, numerator_kg: numeratorG / 1000, denominator_kg: denominatorG / 1000 }
}
