import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { coverBasket, countCover, type BasketCover, type CoverInput } from './model/cover-basket'

/** A bill with what is offered for it. */
export type Offers = Omit<CoverInput, 'solve'>
export type CoverCounts = Pick<BasketCover, 'now' | 'all'>

/** What is to be worked out: one bill in whole, or several to count. */
export type CoverTask = { whole: readonly Offers[]; toCount: readonly Offers[] }
export type CoverReply = { covers: BasketCover[]; counts: CoverCounts[] }

/** What reuse covers, worked out in the thread that calls. */
export function runCoverTask({ whole, toCount }: CoverTask): CoverReply {
  return {
    covers: whole.map((offers) => coverBasket(withSolver(offers))),
    counts: toCount.map((offers) => countCover(withSolver(offers))),
  }
}

function withSolver(offers: Offers): CoverInput {
  return { ...offers, solve: (problem) => solveAllocation(problem) }
}
