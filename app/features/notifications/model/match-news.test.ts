import { expect, test } from 'vitest'
import { bestByOrganisation, NEWS_MIN_SCORE } from './match-news'

const pair = (organisationId: string, score: number) => ({ item: { organisationId }, view: { score } })

test('each organisation hears of its best pair only', () => {
  const best = pair('a', 90)
  const other = pair('b', 70)
  expect(bestByOrganisation([best, pair('a', 80), other])).toEqual([best, other])
})

test('a pair under the threshold is no news', () => {
  const onIt = pair('a', NEWS_MIN_SCORE)
  expect(bestByOrganisation([onIt, pair('b', NEWS_MIN_SCORE - 0.1)])).toEqual([onIt])
})
