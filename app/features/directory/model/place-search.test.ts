import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublicPlace } from './place'
import { findPlaces, nearestHandling, placeQuery } from './place-search'

const PARIS = { lat: 48.8534, lon: 2.3488 }
const MONTREUIL = { lat: 48.8644, lon: 2.4432 }
const ANTONY = { lat: 48.7537, lon: 2.2976 }

function place(name: string, point: typeof PARIS, more: Partial<PublicPlace> = {}): PublicPlace {
  return {
    id: name,
    kind: 'storage',
    name,
    communeCode: '75056',
    communeName: 'Paris',
    address: '',
    position: point,
    point,
    materials: [],
    services: ['storage'],
    hours: '',
    conditions: '',
    website: '',
    phone: '',
    email: '',
    siret: null,
    checkedOn: '2026-09-01',
    ...more,
  }
}

const ALL = [
  place('Halle', ANTONY, { communeCode: '92002', communeName: 'Antony' }),
  place('Quai', MONTREUIL, { communeCode: '93048', services: ['transport'], kind: 'haulier' }),
  place('Cour', PARIS, { materials: ['brick'], conditions: 'Accès par la rue Œuvrière' }),
]
const names = (places: readonly { name: string }[]) => places.map(({ name }) => name)

describe('findPlaces', () => {
  it.each([
    [{ q: '' }, ['Cour', 'Halle', 'Quai']],
    [{ q: 'œuvriere' }, ['Cour']],
    [{ q: 'antony halle' }, ['Halle']],
    [{ q: '', nature: 'haulier' as const }, ['Quai']],
    [{ q: '', service: 'storage' as const }, ['Cour', 'Halle']],
    [{ q: '', materiau: 'brick' as const }, ['Cour', 'Halle', 'Quai']],
    [{ q: '', materiau: 'door' as const }, ['Halle', 'Quai']],
  ])('%j finds %j by name', (search, found) => {
    expect(names(findPlaces(ALL, search, null))).toEqual(found)
  })

  it('keeps to the commune without a radius, and comes nearest first within one', () => {
    expect(names(findPlaces(ALL, { q: '', commune: '75056' }, PARIS))).toEqual(['Cour'])
    const near = findPlaces(ALL, { q: '', commune: '75056', rayon: 10 }, PARIS)
    expect(names(near)).toEqual(['Cour', 'Quai'])
    expect(near[1]?.km).toBeCloseTo(7, 0)
  })

  it('never loses an entry when the radius grows', () => {
    const points = fc.array(
      fc.record({
        lat: fc.double({ min: 48, max: 49, noNaN: true }),
        lon: fc.double({ min: 2, max: 3, noNaN: true }),
      }),
    )
    const radius = fc.double({ min: 0.1, max: 60, noNaN: true })
    fc.assert(
      fc.property(points, radius, radius, (places, a, b) => {
        const all = places.map((point, index) => place(String(index), point))
        const within = (rayon: number) =>
          new Set(names(findPlaces(all, { q: '', commune: 'x', rayon }, PARIS)))
        const large = within(Math.max(a, b))
        for (const name of within(Math.min(a, b))) expect(large.has(name)).toBe(true)
      }),
    )
  })
})

it('names a few who store and who carry the material, within the distance', () => {
  const near = nearestHandling(ALL, PARIS, 'brick', { withinKm: 10, most: 1 })
  expect(names(near.storage)).toEqual(['Cour'])
  expect(names(near.transport)).toEqual(['Quai'])
  expect(names(nearestHandling(ALL, PARIS, 'door', { withinKm: 15, most: 3 }).storage)).toEqual(['Halle'])
})

it('leaves out of the address what is empty, and a radius around nothing', () => {
  expect(placeQuery({ q: '', rayon: 5 })).toBe('')
  expect(placeQuery({ q: 'bois', commune: '93048', rayon: 5 }, { q: '' })).toBe('?commune=93048&rayon=5')
})
