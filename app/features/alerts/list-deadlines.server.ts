import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { listLotsOf } from '~/features/lots/queries.server'
import { listNeedsOf } from '~/features/needs/queries.server'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { deadlinesOf, type Deadline } from './model/deadlines'

/** The dates of an organisation from today on, and those of some days before; the soonest first. */
export async function listDeadlines(organisationId: string, daysBefore = 0): Promise<Deadline[]> {
  const today = isoDayOf(nowMs())
  const [reservations, lots, needs] = await Promise.all([
    listReservationsOf(organisationId),
    listLotsOf(organisationId),
    listNeedsOf(organisationId),
  ])
  return deadlinesOf(
    { organisationId, reservations, lots, needs },
    { from: addDays(today, -daysBefore), today },
  )
}
