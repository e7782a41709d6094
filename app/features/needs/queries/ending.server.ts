import { and, lte } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { needs } from '~db/sqlite/needs'
import type { NeedView } from '../model/need'
import { isOpen, selectNeeds } from '../queries.server'

/** Open needs with something still wanted that end on this day or before. */
export async function listNeedsEndingBy(day: IsoDay): Promise<NeedView[]> {
  return selectNeeds().where(and(isOpen(), lte(needs.neededUntil, day)))
}
