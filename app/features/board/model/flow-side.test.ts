import { describe, expect, it } from 'vitest'
import { isSideKey, sideKey, sideOf } from './flow-side'
import { flowsOf } from './flows'
import { perimetersOf, type Place } from './perimeter'

const place = (code: string, eptName: string | null): Place => ({
  ...{ code, name: `Commune ${code}`, departement: code.slice(0, 2), eptName, population: 1000 },
})
const PLACES = [place('93001', 'Grand-Est'), place('93002', 'Grand-Est'), place('75056', null)]
const perimeters = perimetersOf(PLACES)
const flows = (slug: string) =>
  flowsOf(
    [
      { from: '93001', to: '75056', massG: 10, count: 1 },
      { from: '93001', to: null, massG: 5, count: 1 },
    ],
    perimeters.find((one) => one.slug === slug)!,
    PLACES,
  )

describe('an end of a flow', () => {
  it('is named by its place, or by the word of its group', () => {
    const ofTerritory = flows('grand-est').nodes.map(sideKey)
    expect(ofTerritory.sort()).toEqual(['93001', 'autres', 'inconnu'])
    expect(flows('metropole').nodes.map(sideKey).sort()).toEqual(['75056', 'grand-est', 'inconnu'])
    expect(['93001', 'grand-est', 'inconnu', '', 'a b', 'É', 'x"'].map(isSideKey)).toEqual([
      ...[true, true, true, false, false, false, false],
    ])
  })

  it('stands for its communes, for all that no other node names, or for what nobody told', () => {
    const known = flows('grand-est')
    expect(sideOf('grand-est', known, perimeters)).toEqual({ codes: ['93001', '93002'], isIn: true })
    expect(sideOf('autres', known, perimeters)).toEqual({ codes: ['93001'], isIn: false })
    expect(sideOf('inconnu', known, perimeters)).toBe('unknown')
    expect(sideOf('nulle-part', known, perimeters)).toBeNull()
  })
})
