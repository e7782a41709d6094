import type { Actors } from './actors'
import { scoreOf } from './fit'
import type { PlannedNeed } from './needs'
import { dayOf, type PlannedLot, type World } from './world'

/** Days from the base day on which the lots of urgent pairs leave. */
const LEAVES_IN = 4
/** A pair that is surely proposed. */
const GOOD_SCORE = 45

/**
 * Makes a pair of each demo account urgent: a lot that nobody has asked for, that suits a need, leaves within days. One
 * of the demo giver's own, and one of others for the demo taker.
 */
export function planUrgentPairs(
  world: World,
  { demo }: Actors,
  lots: readonly PlannedLot[],
  needs: readonly PlannedNeed[],
): void {
  const isFree = ({ row, from }: PlannedLot) =>
    row.status === 'published' &&
    row.availableMilli === row.quantityMilli &&
    from < LEAVES_IN - 1 &&
    row.publicFrom < world.baseDay
  const own = demo.giver.organisation.id
  const takers = needs.filter(({ taker }) => taker === demo.taker)
  const ofGiver = lots.filter((lot) => isFree(lot) && lot.row.organisationId === own)
  const ofOthers = lots.filter((lot) => isFree(lot) && lot.row.organisationId !== own)
  hasten(world, ofGiver, needs)
  hasten(world, ofOthers, takers)
}

/** The first of these lots that still suits one of these needs when it leaves within days, does so. */
function hasten(world: World, lots: readonly PlannedLot[], needs: readonly PlannedNeed[]): void {
  const availableUntil = dayOf(world, LEAVES_IN)
  const found = lots.find((lot) => {
    const soon = { ...lot, row: { ...lot.row, availableUntil } }
    return needs.some((need) => isWantedSoon(world, need) && (scoreOf(world, soon, need) ?? 0) >= GOOD_SCORE)
  })
  if (!found) return
  found.until = LEAVES_IN
  found.row.availableUntil = availableUntil
}

/** Whether a need can be served before the lot leaves, from the base day on. */
function isWantedSoon(world: World, { row }: PlannedNeed): boolean {
  return row.status === 'open' && row.neededFrom < dayOf(world, LEAVES_IN) && row.neededUntil > world.baseDay
}
