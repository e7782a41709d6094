import type { Decision } from './decision'

/** How an answer stands to the order that was proposed: there is none without published criteria or a second request. */
export type OrderKept = 'unpublished' | 'alone' | 'followed' | 'against'

export function orderKept({
  criteriaSource,
  ranking,
  isAgainst,
}: Pick<Decision, 'criteriaSource' | 'ranking' | 'isAgainst'>): OrderKept {
  if (criteriaSource === 'none') return 'unpublished'
  if (ranking.length < 2) return 'alone'
  return isAgainst ? 'against' : 'followed'
}
