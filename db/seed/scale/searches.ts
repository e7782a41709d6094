import { makeAlertHit, makeSavedSearch } from '../factories/alert'
import { MATERIAL_TYPES } from '~/core/material-types'
import type { Book } from '../plan/trade'
import { instantOf, type PlannedLot } from '../plan/world'
import type { Crowd } from './crowd'

const KEPT_DAYS = 200
/** What one search found and its page lists, at most. */
const HITS = 8

/** Searches that takers keep, and what each found among the lots that are there. */
export function planKeptSearches(
  { world, dice }: Book,
  crowd: Crowd,
  lots: readonly PlannedLot[],
  count: number,
): void {
  const there = lots.filter(({ until, row }) => until > 0 && row.publicFrom <= world.baseDay)
  for (let made = 0; made < count; made++) {
    const { organisation, user } = dice.pick(crowd.takers)
    const material = dice.pick(MATERIAL_TYPES)
    const createdAtMs = instantOf(world, -dice.int(1, KEPT_DAYS), dice.int(0, 500))
    const near = dice.chance(0.5) ? `&commune=${organisation.communeCode}&rayon=15` : ''
    const row = makeSavedSearch({
      ...{ id: dice.id(createdAtMs), userId: user.id, organisationId: organisation.id },
      ...{ name: `Recherche ${made + 1}`, query: `?materiau=${material}${near}`, pace: 'daily' },
      ...{ seenAtMs: createdAtMs, confirmedAtMs: createdAtMs, createdAtMs, updatedAtMs: createdAtMs },
    })
    world.rows.savedSearches.push(row)
    const found = there.filter((lot) => lot.row.material === material && lot.row.createdAtMs > createdAtMs)
    for (const lot of dice.shuffle(found).slice(0, HITS)) {
      world.rows.alertHits.push(
        makeAlertHit({ searchId: row.id, itemId: lot.row.id, foundAtMs: lot.row.createdAtMs }),
      )
    }
  }
}
