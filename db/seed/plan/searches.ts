import { communesWithin } from '~/features/communes/model/nearby'
import type { CommuneRow } from '~/features/communes/queries.server'
import { diceFor } from '../dice'
import { makeAlertHit, makeSavedSearch } from '../factories/alert'
import { makeEvent } from '../factories/event'
import type { LotRow } from '../factories/lot'
import { instantOf, type Party, type World } from './world'

const MONTREUIL = '93048'
const KEPT_DAYS_AGO = 21
const SEEN_DAYS_AGO = 4

type DemoSearch = {
  name: string
  query: string
  pace: 'daily' | 'weekly'
  finds: (lot: LotRow) => boolean
}

/** Two searches that the demo taker keeps, with what they found since. */
export function planSearches(world: World, taker: Party, communes: readonly CommuneRow[]): void {
  const near = communesWithin(communes, MONTREUIL, 10)
  const searches: readonly DemoSearch[] = [
    { name: 'Portes', query: '?materiau=door', pace: 'daily', finds: (lot) => lot.material === 'door' },
    {
      name: 'À titre gratuit, près de Montreuil',
      query: `?commune=${MONTREUIL}&rayon=10&don=oui`,
      pace: 'weekly',
      finds: (lot) => lot.unitPriceCents === 0 && (near?.has(lot.communeCode) ?? false),
    },
  ]
  for (const search of searches) planSearch(world, taker, search)
}

function planSearch(world: World, taker: Party, { name, query, pace, finds }: DemoSearch): void {
  const dice = diceFor(`search ${query}`)
  const createdAtMs = instantOf(world, -KEPT_DAYS_AGO, 110)
  const seenAtMs = instantOf(world, -SEEN_DAYS_AGO, 60)
  const { organisation, user } = taker
  const row = makeSavedSearch({
    ...{ id: dice.id(createdAtMs), userId: user.id, organisationId: organisation.id },
    ...{ name, query, pace, seenAtMs, confirmedAtMs: createdAtMs, createdAtMs, updatedAtMs: createdAtMs },
  })
  world.rows.savedSearches.push(row)
  const isShown = (lot: LotRow) => lot.status === 'published' && lot.publicFrom <= world.baseDay
  const offered = world.rows.lots.filter(
    (lot) => lot.organisationId !== organisation.id && isShown(lot) && finds(lot),
  )
  for (const { id, publishedAtMs } of offered) {
    const isKnown = publishedAtMs < createdAtMs
    world.rows.alertHits.push(
      makeAlertHit({
        ...{ searchId: row.id, itemId: id, pace: isKnown ? null : pace },
        foundAtMs: isKnown ? createdAtMs : publishedAtMs,
      }),
    )
  }
  world.rows.events.push(
    makeEvent({
      ...{ id: dice.id(createdAtMs), entity: 'saved-search', entityId: row.id, kind: 'kept' },
      ...{ actorUserId: user.id, atMs: createdAtMs },
    }),
  )
}
