import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupAlike, joinToPrevious, splitPhoto, withoutPhotoOf } from './alike-groups'
import type { PhotoLook } from './photo-look'

const GREY = Array.from({ length: 12 }, () => 128)
/** A look whose first `ones` bits are set. */
function look(ones: number): PhotoLook {
  const bits = '1'.repeat(ones).padEnd(64, '0')
  const nibbles = bits.match(/.{4}/g)!.map((nibble) => parseInt(nibble, 2).toString(16))
  return { hash: nibbles.join(''), colours: GREY }
}
const photo = (id: string, ones: number | null) => ({ id, look: ones === null ? null : look(ones) })

describe('photos that look alike', () => {
  it('make one lot, in the order in which they were chosen, wherever they stand in the series', () => {
    const photos = [photo('a1', 0), photo('b1', 40), photo('a2', 4), photo('c1', 64), photo('b2', 44)]
    expect(groupAlike(photos, 8)).toEqual([['a1', 'a2'], ['b1', 'b2'], ['c1']])
  })

  it('are not joined by a chain of small differences', () => {
    expect(groupAlike([photo('a', 0), photo('b', 15), photo('c', 30)], 8)).toEqual([['a', 'b'], ['c']])
  })

  it('stay apart from one that could not be looked at', () => {
    expect(groupAlike([photo('a', 0), photo('x', null), photo('y', null)], 8)).toEqual([['a'], ['x'], ['y']])
  })

  it('begin another lot when one is full', () => {
    const many = Array.from({ length: 5 }, (_, at) => photo(`p${at}`, 0))
    expect(groupAlike(many, 2)).toEqual([['p0', 'p1'], ['p2', 'p3'], ['p4']])
  })
})

describe('mending the groups', () => {
  const groups = [['a', 'b'], ['c'], ['d', 'e', 'f']]

  it('splits, joins and removes', () => {
    expect(splitPhoto(groups, 'b')).toEqual([['a'], ['b'], ['c'], ['d', 'e', 'f']])
    expect(splitPhoto(groups, 'c')).toEqual(groups)
    expect(joinToPrevious(groups, 1, 8)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
    expect(joinToPrevious(groups, 0, 8)).toEqual(groups)
    expect(joinToPrevious(groups, 2, 3)).toEqual(groups)
    expect(withoutPhotoOf(groups, 'c')).toEqual([
      ['a', 'b'],
      ['d', 'e', 'f'],
    ])
  })

  it('never loses a photo, nor has it twice, nor fills a lot past its limit, whatever is tapped', () => {
    const MAX = 4
    const tap = fc.record({ isSplit: fc.boolean(), at: fc.nat(20) })
    const ones = fc.array(fc.nat(64), { maxLength: 16 })
    fc.assert(
      fc.property(ones, fc.array(tap), (looks, taps) => {
        const photos = looks.map((count, at) => photo(`p${at}`, count))
        let now = groupAlike(photos, MAX)
        for (const { isSplit, at } of taps)
          now = isSplit ? splitPhoto(now, `p${at}`) : joinToPrevious(now, at, MAX)
        expect(now.flat().sort()).toEqual(photos.map(({ id }) => id).sort())
        expect(now.every(({ length }) => length > 0 && length <= MAX)).toBe(true)
      }),
    )
  })
})
