import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, clustersAt, within, type MapItem } from './clusters'
import { markerOf } from './marker'

const PARIS = { key: '75056', name: 'Paris', lat: 48.8534, lon: 2.3488, weight: 40 }
const MONTREUIL = { key: '93048', name: 'Montreuil', lat: 48.8644, lon: 2.4432, weight: 12 }
const BAGNOLET = { key: '93006', name: 'Bagnolet', lat: 48.8686, lon: 2.4171, weight: 3 }
const ALL = [BAGNOLET, PARIS, MONTREUIL]

const item = fc.record({
  lat: fc.double({ min: 48, max: 49, noNaN: true }),
  lon: fc.double({ min: 2, max: 3, noNaN: true }),
  weight: fc.integer({ min: 1, max: 500 }),
})
const itemsOf = (rows: Omit<MapItem, 'key' | 'name'>[]): MapItem[] =>
  rows.map((row, index) => ({ ...row, key: String(index), name: `N${index}` }))

describe('clustersAt', () => {
  it('is one group from afar, and one for each place close by', () => {
    const [far, ...none] = clustersAt(ALL, 7)
    expect(none).toEqual([])
    expect(far).toMatchObject({ weight: 55, lat: PARIS.lat, lon: PARIS.lon })
    expect(clustersAt(ALL, 13).map(({ items }) => items.map(({ name }) => name))).toEqual([
      ['Paris'],
      ['Montreuil'],
      ['Bagnolet'],
    ])
  })

  it('loses and doubles nothing, and is the same in whatever order items come', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 0, max: 16 }), (rows, zoom) => {
        const items = itemsOf(rows)
        const clusters = clustersAt(items, zoom)
        const keys = clusters.flatMap(({ items: members }) => members.map(({ key }) => key))
        expect([...keys].sort()).toEqual(items.map(({ key }) => key).sort())
        expect(clusters.reduce((sum, { weight }) => sum + weight, 0)).toBe(
          items.reduce((sum, { weight }) => sum + weight, 0),
        )
        expect(clustersAt([...items].reverse(), zoom)).toEqual(clusters)
      }),
    )
  })

  it('stands at a place where something is', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 14 }),
        (rows, zoom) => {
          for (const { lat, lon, items } of clustersAt(itemsOf(rows), zoom)) {
            expect(items.some((one) => one.lat === lat && one.lon === lon)).toBe(true)
          }
        },
      ),
    )
  })
})

it('shows what the viewport holds', () => {
  const clusters = clustersAt(ALL, 13)
  expect(within(clusters, [2.43, 48.85, 2.46, 48.88]).map(({ weight }) => weight)).toEqual([12])
  expect(within(clusters, [2, 48, 3, 49])).toHaveLength(3)
  expect(boundsOf([])).toBeNull()
  expect(boundsOf(ALL)).toEqual([2.3488, 48.8534, 2.4432, 48.8686])
})

it('names a few of a group and counts the rest', () => {
  const many = itemsOf(Array.from({ length: 5 }, (_, index) => ({ lat: 48.8, lon: 2.3, weight: 9 - index })))
  const marker = markerOf(clustersAt(many, 10)[0]!, 'lots', ({ items }) => (items.length > 1 ? null : '/x'))
  expect(marker).toMatchObject({ names: ['N0', 'N1', 'N2'], more: 2, count: 35, to: null, key: 'lots-0' })
})
