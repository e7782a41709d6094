import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { listCommunes } from '~/features/communes/queries.server'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { listOpenLotsOf, listViewers } from '~/features/lots/queries.server'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { weightsInForce } from '~/features/matching/queries/weights.server'
import { coverBasket, countCover, type BasketCover, type CoverInput } from './model/cover-basket'
import { coverLotOf, type BasketLine } from './model/cover-problem'
import { listBasketsOf, listLinesOf, type BasketView } from './queries.server'

/** What reuse covers of a bill today and until its last day, with the lots that its organisation sees. */
export async function findCover(basket: BasketView, lines: readonly BasketLine[]): Promise<BasketCover> {
  const inputOf = await readOffers(basket.organisationId, lines)
  return coverBasket(inputOf(basket, lines))
}

/** A bill in the list of its organisation. */
export type ListedBasket = { basket: BasketView } & Pick<BasketCover, 'now' | 'all'>

/** The bills of an organisation with how much of each is covered, reading the offers once. */
export async function listCoveredBaskets(organisationId: string): Promise<ListedBasket[]> {
  const baskets = await listBasketsOf(organisationId)
  const linesOf = await listLinesOf(baskets.map(({ id }) => id))
  const inputOf = await readOffers(organisationId, [...linesOf.values()].flat())
  return baskets.map((basket) => ({ basket, ...countCover(inputOf(basket, linesOf.get(basket.id) ?? [])) }))
}

type InputOf = (basket: BasketView, lines: readonly BasketLine[]) => CoverInput

async function readOffers(organisationId: string, lines: readonly BasketLine[]): Promise<InputOf> {
  const today = isoDayOf(nowMs())
  const wanted = new Set(lines.flatMap(({ material }) => material ?? []))
  const [offers, communes, viewers, weights] = await Promise.all([
    listOpenLotsOf([...wanted], today),
    listCommunes(),
    listViewers([organisationId]),
    weightsInForce(),
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
    ...{ terms: basket, lines: own, lots, today, weights },
    point: pointOf(basket.communeCode),
    solve: (problem) => solveAllocation(problem),
  })
}
