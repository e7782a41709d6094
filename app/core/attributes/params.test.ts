import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '../material-types'
import { ATTRIBUTES, definitionOf, type AttributeKey } from './definitions'
import { addWanted, attributeParam, wantedIn, wantedTextsIn } from './params'
import { sheetOf } from './sheets'
import type { Wanted } from './wanted'

const KEYS = Object.keys(ATTRIBUTES) as AttributeKey[]
/** Parameters of searches that are no attribute. */
const OTHERS = 'q materiau commune rayon du au quantite unite etat don photo tri page chantier depuis compte'

describe('the parameters of attributes', () => {
  it('are plain words, one for each, and none that a search uses otherwise', () => {
    const names = KEYS.flatMap((key) => [attributeParam(key), attributeParam(key, 'tolerance')])
    expect(new Set([...names, ...OTHERS.split(' ')]).size).toBe(names.length + OTHERS.split(' ').length)
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  })

  it('come back as they were written, for any material and any wish', () => {
    const wish = fc.constantFrom(...MATERIAL_TYPES).chain((material) =>
      fc.record({
        material: fc.constant(material),
        keys: fc.subarray([...sheetOf(material)]),
        seed: fc.nat(997),
      }),
    )
    fc.assert(
      fc.property(wish, ({ material, keys, seed }) => {
        const wanted = Object.fromEntries(keys.map((key) => [key, wishOf(key, seed)]))
        const params = new URLSearchParams()
        addWanted(params, wanted)
        expect(wantedIn(material, new URLSearchParams(params.toString()))).toEqual({ wanted, faults: [] })
      }),
    )
  })
})

function wishOf(key: AttributeKey, seed: number): Wanted {
  const definition = definitionOf(key)
  if (definition.kind === 'flag') return { kind: 'flag' }
  if (definition.kind === 'choice') {
    return { kind: 'choice', anyOf: definition.choices.slice(0, 1 + (seed % definition.choices.length)) }
  }
  const tolerance = seed % 3 === 0 ? definition.tolerance : seed % 7
  return { kind: 'number', value: 1 + (seed % 10), tolerance }
}

describe('an address that asks badly of a sheet', () => {
  it('is told attribute by attribute, and the others stay', () => {
    const params = new URLSearchParams(
      'largeur-vantail=abc&hauteur-vantail=2040&sens-ouverture=up&cadre-compris=on&epaisseur-vantail=+',
    )
    expect(wantedIn('door', params)).toEqual({
      wanted: {
        leafHeight: { kind: 'number', value: 2040, tolerance: 5 },
        frameIncluded: { kind: 'flag' },
      },
      faults: [
        { key: 'leafWidth', code: 'invalid_number' },
        { key: 'openingHand', code: 'invalid_choice' },
      ],
    })
    expect(wantedTextsIn('door', params)).toMatchObject({ leafWidth: { value: 'abc' } })
  })

  it('of another material is asked nothing', () => {
    expect(wantedIn('brick', new URLSearchParams('largeur-vantail=830')).wanted).toEqual({})
  })
})
