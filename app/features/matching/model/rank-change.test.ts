import { describe, expect, it } from 'vitest'
import { chooseExamples, compareRankings } from './rank-change'

const ranked = (...ids: string[]) => ids.map((id, index) => ({ id, score: 90 - index }))

describe('compareRankings', () => {
  it('gives each of the best both of its places', () => {
    const { before, after } = compareRankings(ranked('a', 'b', 'c', 'd'), ranked('d', 'b', 'a', 'c'), 2)
    expect(before.map(({ id, after: { rank } }) => [id, rank])).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    expect(after).toEqual([
      { id: 'd', before: { rank: 4, score: 87 }, after: { rank: 1, score: 90 } },
      { id: 'b', before: { rank: 2, score: 89 }, after: { rank: 2, score: 89 } },
    ])
  })

  it('refuses rankings of other candidates', () => {
    expect(() => compareRankings(ranked('a'), ranked('b'), 1)).toThrow(RangeError)
  })
})

describe('chooseExamples', () => {
  const item = (id: string, material: string, candidates: number) => ({ id, material, candidates })

  it('takes the most candidates of each material first, then again, ties by id', () => {
    const items = [
      item('d', 'brick', 9),
      item('c', 'brick', 8),
      item('b', 'door', 3),
      item('a', 'door', 3),
      item('e', 'stone', 2),
    ]
    expect(chooseExamples(items, 4).map(({ id }) => id)).toEqual(['d', 'a', 'e', 'c'])
    expect(chooseExamples([...items].reverse(), 4).map(({ id }) => id)).toEqual(['d', 'a', 'e', 'c'])
  })

  it('leaves out what has nothing to rank', () => {
    expect(chooseExamples([item('a', 'brick', 1), item('b', 'door', 0)], 3)).toEqual([])
  })
})
