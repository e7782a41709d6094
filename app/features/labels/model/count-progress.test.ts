import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countProgress, piecesOf } from './count-progress'

const pieces = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ code: `c${i + 1}`, item: i + 1 }))

describe('a count', () => {
  it('names what is missing', () => {
    const progress = countProgress(pieces(4), new Set(['c1', 'c3', 'elsewhere']), null)
    expect(progress).toMatchObject({ done: 2, total: 4, anyWillDo: false })
    expect(progress.missing.map(({ item }) => item)).toEqual([2, 4])
  })

  it('of a part of the lot takes any of its pieces, and is over once enough are there', () => {
    expect(countProgress(pieces(12), new Set(['c9']), 7)).toMatchObject({
      done: 1,
      total: 7,
      anyWillDo: true,
    })
    const enough = new Set(pieces(7).map(({ code }) => code))
    expect(countProgress(pieces(12), enough, 7)).toMatchObject({ done: 7, missing: [] })
  })

  it('shows one too many', () => {
    const all = new Set(pieces(3).map(({ code }) => code))
    expect(countProgress(pieces(3), all, 2)).toMatchObject({ done: 3, total: 2 })
  })

  it('adds up, whatever is scanned', () => {
    const scans = fc.array(fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), scans, (count, numbers) => {
        const { done, total, missing } = countProgress(
          pieces(count),
          new Set(numbers.map((number) => `c${number}`)),
          null,
        )
        expect(done + missing.length).toBe(total)
      }),
    )
  })
})

it('counts the labels of the lot as a whole only where its pieces have none', () => {
  const whole = { code: 'w', item: null }
  expect(piecesOf([whole, { code: 'a', item: 1 }]).map(({ code }) => code)).toEqual(['a'])
  expect(piecesOf([whole, { ...whole, code: 'v' }]).map(({ code }) => code)).toEqual(['w', 'v'])
})
