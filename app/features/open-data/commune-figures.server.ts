import { calendarYear } from '~/core/period'
import type { Rate } from '~/features/accounting/model/rates'
import { toldAccount, type Telling } from '~/features/accounting/model/told-account'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { readWithholding } from '~/features/accounting/queries/withheld.server'
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
  const { entries } = await readWithholding()
  const [account, months, isTold] = await Promise.all([
    getCommuneAccount(code, period, entries),
    listMonthlyFigures(code, period),
    toldFigures(),
  ])
  const withheld = entries.filter(({ fromCommuneCode }) => fromCommuneCode === code)
  const { telling, outside, localReuse, realisation } = toldAccount(account, withheld, period)
  const places = new Map([[code, commune]])
  return {
    commune_code: code,
    commune_name: commune.name,
    year,
    local_reuse: shown(localReuse, telling.rate),
    realisation: shown(realisation, telling.rate),
    outside_kg: telling.outside === 'few' ? null : outside.handedOverG / 1000,
    outside_complete: telling.outside === 'whole',
    months: months.filter(isTold).map((figure) => handoverRecord(figure, places)),
  }
}

function shown({ rate, numeratorG, denominatorG }: Rate, telling: Telling) {
  return {
    rate,
    numerator_kg: telling === 'few' ? null : numeratorG / 1000,
    denominator_kg: denominatorG / 1000,
    complete: telling === 'whole',
  }
}
