import { describe, expect, it } from 'vitest'
import { nextInSeries, placeIn, readSeries, withSplit } from './series'

const SERIES = ['a', 'b', 'c', 'd']
const openBut =
  (...done: string[]) =>
  (id: string) =>
    !done.includes(id)

describe('the place of a lot in its series', () => {
  it('counts all and leads to the nearest that are still to be written', () => {
    expect(placeIn(SERIES, 'c', openBut('b'))).toEqual({ at: 3, of: 4, previousId: 'a', nextId: 'd' })
    expect(placeIn(SERIES, 'a', openBut('b', 'c', 'd'))).toEqual({
      at: 1,
      of: 4,
      previousId: null,
      nextId: null,
    })
    expect(placeIn(SERIES, 'x', openBut())).toBeNull()
  })

  it.each([
    ['the next', 'b', ['b'], 'c'],
    ['the one after those already published', 'b', ['b', 'c'], 'd'],
    ['the first that was passed over, after the last', 'd', ['b', 'd'], 'a'],
    ['none once all are published', 'd', SERIES, null],
    ['the first for a lot of no series', 'x', ['a'], 'b'],
  ] as const)('goes on with %s', (_, id, done, next) => {
    expect(nextInSeries(SERIES, id, openBut(...done))).toBe(next)
  })

  it('puts a lot that was split off just after', () => {
    expect(withSplit(SERIES, 'b', 'n')).toEqual(['a', 'b', 'n', 'c', 'd'])
  })

  it('is read back, and empty when it cannot be', () => {
    expect(readSeries(JSON.stringify(SERIES))).toEqual(SERIES)
    for (const text of [null, '{', '{}', '"a"']) expect(readSeries(text)).toEqual([])
    expect(readSeries('["a",3]')).toEqual(['a'])
  })
})
