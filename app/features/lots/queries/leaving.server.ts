import { and, lte } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { lots } from '~db/sqlite/lots'
import type { LotView } from '../model/lot'
import { selectLots } from '../queries.server'
import { isOpen } from './open-lots.server'

/** Open lots with something left that leave on this day or before. */
export async function listLotsLeavingBy(day: IsoDay): Promise<LotView[]> {
  return selectLots().where(and(isOpen(), lte(lots.availableUntil, day)))
}
