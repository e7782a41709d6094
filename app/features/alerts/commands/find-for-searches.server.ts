import { setImmediate as breathe } from 'node:timers/promises'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes } from '~/features/communes/queries.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { findLot, listFoundLots, listViewers } from '~/features/lots/queries.server'
import { readLotSearch } from '~/features/lots/schema'
import { filtersOf as lotFilters } from '~/features/lots/search.server'
import { findNeed, listFoundNeeds } from '~/features/needs/queries.server'
import { readNeedSearch } from '~/features/needs/schema'
import { filtersOf as needFilters } from '~/features/needs/search.server'
import { needStateOf } from '~/features/needs/model/need-state'
import { findReservationView } from '~/features/reservations/queries.server'
import { withTx } from '~/platform/transaction.server'
import { gatheringOf } from '../model/saved-search'
import { listWatching, ownerOf, type WatchingSearch } from '../queries.server'
import { insertHit, listWatchingOf } from '../repo.server'
import { enqueueGathering } from './gather-alerts.server'

/** After this many searches the process does what else waits: mails and pages are not held up by thousands of them. */
const BREATHE_EVERY = 50

/** Notes for every search that finds a lot that it did, once for each; e-mails follow at the pace of each. */
export async function findForLot(lotId: string): Promise<void> {
  const today = isoDayOf(nowMs())
  const lot = await findLot(lotId)
  if (!lot || lotStateOf(lot, today) !== 'open') return
  const searches = (await listWatching('lots')).filter(isNotOwn(lot.organisationId))
  const viewers = await listViewers(searches.flatMap(({ organisationId }) => organisationId ?? []))
  const communes = await listCommunes()
  const finds = await filterSlowly(searches, async (saved) => {
    const { search } = readLotSearch(new URLSearchParams(saved.query))
    if (search.materiau && search.materiau !== lot.material) return false
    const viewer = (saved.isMember && viewers.get(saved.organisationId ?? '')) || VISITOR
    if (!isVisibleTo(lot, viewer, today)) return false
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
  const finds = await filterSlowly(searches, async (saved) => {
    const { search } = readNeedSearch(new URLSearchParams(saved.query))
    if (search.materiau && search.materiau !== need.material) return false
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

async function filterSlowly(
  searches: readonly WatchingSearch[],
  finds: (search: WatchingSearch) => Promise<boolean>,
): Promise<WatchingSearch[]> {
  const kept: WatchingSearch[] = []
  for (const [index, search] of searches.entries()) {
    if (index % BREATHE_EVERY === BREATHE_EVERY - 1) await breathe()
    if (await finds(search)) kept.push(search)
  }
  return kept
}

/** Each hit and the job that tells of it are kept together, for searches that still look when they are written. */
async function noteFound(searches: readonly WatchingSearch[], itemId: string): Promise<void> {
  if (searches.length === 0) return
  await withTx(async (tx) => {
    const foundAtMs = nowMs()
    for (const row of await listWatchingOf(
      tx,
      searches.map(({ id }) => id),
    )) {
      const hit = { searchId: row.id, itemId, pace: row.pace, foundAtMs }
      if (!(await insertHit(tx, hit))) continue
      const owner = ownerOf(row)
      await enqueueGathering(tx, owner, row.pace, gatheringOf(owner, row.pace, foundAtMs))
    }
  })
}
