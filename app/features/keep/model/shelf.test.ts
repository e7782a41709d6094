import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import {
  comparedIn,
  EMPTY_SHELF,
  MOST_ON_DEVICE,
  MOST_SEEN,
  packShelf,
  unpackShelf,
  withKept,
  withoutKept,
  withSeen,
} from './shelf'

const ids = (count: number) => Array.from({ length: count }, () => newId())

describe('a shelf on a device', () => {
  it('comes back as it was packed, and fits in a cookie when full', () => {
    const uuid = fc.uuid({ version: [4, 7] })
    fc.assert(
      fc.property(
        fc.uniqueArray(uuid, { maxLength: MOST_ON_DEVICE }),
        fc.option(fc.uniqueArray(uuid, { maxLength: MOST_SEEN })),
        (kept, seen) => {
          expect(unpackShelf(JSON.parse(JSON.stringify(packShelf({ kept, seen }))))).toEqual({ kept, seen })
        },
      ),
    )
    const full = packShelf({ kept: ids(MOST_ON_DEVICE), seen: ids(MOST_SEEN) })
    // Base64, a signature and the name come on top of it.
    expect((JSON.stringify(full).length * 4) / 3 + 200).toBeLessThan(4096)
  })

  it.each([null, 3, 'text', {}, { k: 3 }, { k: '!'.repeat(44), s: 5 }, { k: 'A'.repeat(22) }])(
    'is empty when it cannot be read: %j',
    (value) => {
      expect(unpackShelf(value)).toEqual(EMPTY_SHELF)
    },
  )

  it('keeps each lot once, newest first, up to its limit', () => {
    const [a = '', b = '', c = ''] = ids(3)
    expect(withKept([a], b, 2)).toEqual([b, a])
    expect(withKept([b, a], a, 2)).toEqual([b, a])
    expect(withKept([b, a], c, 2)).toBeNull()
    expect(withoutKept([b, a], [a, c])).toEqual([b])
  })

  it('notes what was seen only once its reader asked for it, and forgets the oldest', () => {
    const many = ids(MOST_SEEN + 3)
    expect(withSeen(null, many[0]!)).toBeNull()
    const seen = many.reduce<readonly string[] | null>((all, id) => withSeen(all, id), [])
    expect(seen).toEqual([...many].reverse().slice(0, MOST_SEEN))
    expect(withSeen(seen, seen![3]!)?.[0]).toBe(seen![3])
  })
})

describe('the lots that an address compares', () => {
  const [a = '', b = '', c = '', d = ''] = ids(4)

  it.each([
    [`lots=${a},${b}`, [a, b], false],
    [`lots=${a}&lots=${b}`, [a, b], false],
    [`lots=${a},${a},x,,${b}`, [a, b], false],
    [`lots=${a},${b},${c},${d}`, [a, b, c], true],
    ['', [], false],
  ])('%s', (query, expected, isCut) => {
    expect(comparedIn(new URLSearchParams(query))).toEqual({ ids: expected, isCut })
  })
})
