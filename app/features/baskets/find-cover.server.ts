import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { listCommunes } from '~/features/communes/queries.server'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { listOpenLotsOf, listViewers } from '~/features/lots/queries.server'
import { scoringInForce } from '~/features/matching/queries/scoring.server'
import { runInThread, type ThreadLimits } from '~/platform/threads.server'
import { runCoverTask, type CoverCounts, type CoverReply, type CoverTask, type Offers } from './cover-task'
import type { BasketCover } from './model/cover-basket'
import { coverLotOf, type BasketLine } from './model/cover-problem'
import { listBasketsOf, listLinesOf, type BasketView } from './queries.server'

/** Pairs of a line and a lot up to which the server answers itself: some fifty milliseconds. */
const PAIRS_HERE = 100_000
const LIMITS: ThreadLimits = { timeoutMs: 60_000, heapMb: 1024 }

/** What reuse covers of a bill today and until its last day, with the lots that its organisation sees. */
export async function findCover(basket: BasketView, lines: readonly BasketLine[]): Promise<BasketCover> {
  const offersOf = await readOffers(basket.organisationId, lines)
  const { covers } = await work({ whole: [offersOf(basket, lines)], toCount: [] })
  return covers[0]!
}

/** A bill in the list of its organisation. */
export type ListedBasket = { basket: BasketView } & CoverCounts

/** The bills of an organisation with how much of each is covered, reading the offers once. */
export async function listCoveredBaskets(organisationId: string): Promise<ListedBasket[]> {
  const baskets = await listBasketsOf(organisationId)
  const linesOf = await listLinesOf(baskets.map(({ id }) => id))
  const offersOf = await readOffers(organisationId, [...linesOf.values()].flat())
  const toCount = baskets.map((basket) => offersOf(basket, linesOf.get(basket.id) ?? []))
  const { counts } = await work({ whole: [], toCount })
  return baskets.map((basket, at) => ({ basket, ...counts[at]! }))
}

/** Works a task out, a large one in a thread of its own, so that others are answered meanwhile. */
async function work(task: CoverTask): Promise<CoverReply> {
  const pairs = [...task.whole, ...task.toCount].reduce(
    (sum, { lines, lots }) => sum + lines.length * lots.length,
    0,
  )
  return pairs <= PAIRS_HERE ? runCoverTask(task) : runInThread<CoverReply>('cover', task, LIMITS)
}

type OffersOf = (basket: BasketView, lines: readonly BasketLine[]) => Offers

async function readOffers(organisationId: string, lines: readonly BasketLine[]): Promise<OffersOf> {
  const today = isoDayOf(nowMs())
  const wanted = new Set(lines.flatMap(({ material }) => material ?? []))
  const [offers, communes, viewers, scoring] = await Promise.all([
    listOpenLotsOf([...wanted], today),
    listCommunes(),
    listViewers([organisationId]),
    scoringInForce(),
  ])
  const points = new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }]))
  const pointOf = (code: string) => {
    const point = points.get(code)
    if (!point) throw new Error(`No point for commune ${code}`)
    return point
  }
  const viewer = viewers.get(organisationId) ?? VISITOR
  const lots = offers
    .filter((lot) => lot.organisationId !== organisationId && isVisibleTo(lot, viewer, today))
    .map((lot) => coverLotOf(lot, pointOf(lot.communeCode)))
  return (basket, own) => ({
    ...{ terms: basket, lines: own, lots, today, scoring },
    point: pointOf(basket.communeCode),
  })
}
