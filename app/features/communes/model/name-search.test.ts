import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commune } from './commune'
import { searchCommunes, searchKey } from './name-search'

function commune(code: string, name: string, population: number, formerNames: string[] = []): Commune {
  return {
    code,
    name,
    population,
    formerNames,
    postcodes: [`${code.slice(0, 2)}${code.slice(3)}0`],
    department: code.slice(0, 2),
    ept: null,
    point: { lat: 48.8, lon: 2.3 },
    tile: { column: 0, row: 0 },
  }
}

const communes = [
  commune('93066', 'Saint-Denis', 149_000, ['Pierrefitte-sur-Seine']),
  commune('93039', "L'Île-Saint-Denis", 8_700),
  commune('94038', "L'Haÿ-les-Roses", 31_000),
  commune('94033', 'Fontenay-sous-Bois', 52_000),
  commune('92032', 'Fontenay-aux-Roses', 25_000),
  commune('93062', 'Le Raincy', 14_000),
  commune('92009', 'Bois-Colombes', 28_000),
]

function names(query: string, limit?: number): string[] {
  return searchCommunes(communes, query, limit).map((found) => found.name)
}

describe('searchKey', () => {
  it.each([
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['ST-DENIS', 'saint denis'],
    ['Ste Geneviève', 'sainte genevieve'],
    ['  Cœur ', 'coeur'],
    ['Stains', 'stains'],
    ['–', ''],
  ])('%s → %s', (text, key) => {
    expect(searchKey(text)).toBe(key)
  })

  it('is stable: a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })
})

describe('searchCommunes', () => {
  it.each([
    ['hay', ["L'Haÿ-les-Roses"]],
    ['lhay', ["L'Haÿ-les-Roses"]],
    ["l'haÿ", ["L'Haÿ-les-Roses"]],
    ['raincy', ['Le Raincy']],
    ['fontenay', ['Fontenay-sous-Bois', 'Fontenay-aux-Roses']],
    ['bois', ['Bois-Colombes', 'Fontenay-sous-Bois']],
    ['st denis', ['Saint-Denis', "L'Île-Saint-Denis"]],
    ['pierrefitte', ['Saint-Denis']],
    ['93066', ['Saint-Denis']],
    ['94', ['Fontenay-sous-Bois', "L'Haÿ-les-Roses"]],
    ['ay', []],
    ['', []],
    ["'", []],
  ])('«%s» finds %j', (query, found) => {
    expect(names(query)).toEqual(found)
  })

  it('stops at the limit', () => {
    expect(names('fontenay', 1)).toEqual(['Fontenay-sous-Bois'])
  })

  it('finds a commune first by its whole name, whatever the case and accents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...communes), (wanted) => {
        expect(names(wanted.name.toUpperCase())[0]).toBe(wanted.name)
        expect(names(wanted.name.normalize('NFD'))[0]).toBe(wanted.name)
      }),
    )
  })
})
