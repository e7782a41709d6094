import { setImmediate as breathe } from 'node:timers/promises'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes } from '~/features/communes/queries.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { findLot, listViewers } from '~/features/lots/queries.server'
import { listFoundLots } from '~/features/lots/queries/found-lots.server'
import { readLotSearch } from '~/features/lots/schema'
import { filtersOf as lotFilters } from '~/features/lots/search.server'
import { findNeed, listFoundNeeds } from '~/features/needs/queries.server'
import { readNeedSearch } from '~/features/needs/schema'
import { filtersOf as needFilters } from '~/features/needs/search.server'
import { needStateOf } from '~/features/needs/model/need-state'
import { findReservationView } from '~/features/reservations/queries.server'
import { withTx } from '~/platform/transaction.server'
import { askedOf, gatheringOf } from '../model/saved-search'
import { listWatching, ownerOf, type WatchingSearch } from '../queries.server'
import { insertHit, listWatchingOf } from '../repo.server'
import { enqueueGathering } from './gather-alerts.server'

/** How long questions go on before the process does what else waits, ms: mails and pages are not held up by thousands. */
const TURN_MS = 12
/** Hits that one transaction writes: other writes wait for no more than these. */
const NOTED_AT_ONCE = 50

/** Notes for every search that finds a lot that it did, once for each; e-mails follow at the pace of each. */
export async function findForLot(lotId: string): Promise<void> {
  const today = isoDayOf(nowMs())
  const lot = await findLot(lotId)
  if (!lot || lotStateOf(lot, today) !== 'open') return
  const searches = (await listWatching('lots')).filter(isNotOwn(lot.organisationId))
  const viewers = await listViewers(searches.flatMap(({ organisationId }) => organisationId ?? []))
  const communes = await listCommunes()
  const viewerOf = (saved: WatchingSearch) =>
    (saved.isMember && viewers.get(saved.organisationId ?? '')) || VISITOR
  const whoOf = (saved: WatchingSearch) => viewerOf(saved).organisationId ?? ''
  const finds = await filterSlowly(searches, lot.material, whoOf, async (saved, params) => {
    const viewer = viewerOf(saved)
    if (!isVisibleTo(lot, viewer, today)) return false
    const { search } = readLotSearch(params)
    const near = search.commune ? communesWithin(communes, search.commune, search.rayon ?? 0) : null
    if (near && !near.has(lot.communeCode)) return false
    return (await listFoundLots([lot.id], lotFilters(search, { near }), viewer)).length > 0
  })
  await noteFound(finds, lot.id)
}

/** The same for a need, which every visitor sees. */
export async function findForNeed(needId: string): Promise<void> {
  const need = await findNeed(needId)
  if (!need || needStateOf(need, isoDayOf(nowMs())) !== 'open') return
  const searches = (await listWatching('needs')).filter(isNotOwn(need.organisationId))
  const communes = await listCommunes()
  const whoOf = () => ''
  const finds = await filterSlowly(searches, need.material, whoOf, async (_saved, params) => {
    const { search } = readNeedSearch(params)
    const near = search.commune ? communesWithin(communes, search.commune, search.rayon ?? 0) : null
    if (near && !near.has(need.communeCode)) return false
    return (await listFoundNeeds([need.id], needFilters(search, { near }))).length > 0
  })
  await noteFound(finds, need.id)
}

/** A reservation that ended gives back to its lot: searches that never told of the lot tell of it then. */
export async function findForReservation(reservationId: string): Promise<void> {
  const view = await findReservationView(reservationId)
  if (view) await findForLot(view.lotId)
}

/** Nobody is told of what their own organisation offers or asks for. */
function isNotOwn(organisationId: string) {
  return (search: WatchingSearch) => search.organisationId !== organisationId
}

/**
 * The searches that find something of a material. Those that ask for another are left out at once, and the same question
 * of the same viewer is asked once.
 */
async function filterSlowly(
  searches: readonly WatchingSearch[],
  material: MaterialType,
  whoOf: (search: WatchingSearch) => string,
  finds: (search: WatchingSearch, params: URLSearchParams) => Promise<boolean>,
): Promise<WatchingSearch[]> {
  const answers = new Map<string, boolean>()
  let until = performance.now() + TURN_MS
  for (const search of searches) {
    const question = questionOf(search, whoOf)
    if (answers.has(question)) continue
    const params = askedOf(search)
    const asked = params.get('materiau')
    answers.set(question, (asked === null || asked === material) && (await finds(search, params)))
    if (performance.now() < until) continue
    await breathe()
    until = performance.now() + TURN_MS
  }
  return searches.filter((search) => answers.get(questionOf(search, whoOf)))
}

function questionOf(search: WatchingSearch, whoOf: (search: WatchingSearch) => string): string {
  return `${whoOf(search)} ${search.query}`
}

/** Each hit and the job that tells of it are kept together, for searches that still look when they are written. */
async function noteFound(searches: readonly WatchingSearch[], itemId: string): Promise<void> {
  for (let start = 0; start < searches.length; start += NOTED_AT_ONCE) {
    const ids = searches.slice(start, start + NOTED_AT_ONCE).map(({ id }) => id)
    await withTx(async (tx) => {
      const foundAtMs = nowMs()
      for (const row of await listWatchingOf(tx, ids)) {
        const hit = { searchId: row.id, itemId, pace: row.pace, foundAtMs }
        if (!(await insertHit(tx, hit))) continue
        const owner = ownerOf(row)
        await enqueueGathering(tx, owner, row.pace, gatheringOf(owner, row.pace, foundAtMs))
      }
    })
    await breathe()
  }
}
