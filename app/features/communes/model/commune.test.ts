import { describe, expect, it } from 'vitest'
import {
  canonicalCommuneCode,
  type Commune,
  communeLabel,
  findCommune,
  parisArrondissement,
  postcodeToCommunes,
} from './commune'

function commune(code: string, name: string, population: number, postcodes: string[]): Commune {
  return {
    code,
    name,
    population,
    postcodes,
    formerNames: [],
    department: code.slice(0, 2),
    ept: null,
    point: { lat: 48.8, lon: 2.3 },
    tile: { column: 0, row: 0 },
  }
}

const communes = [
  commune('94055', 'Ormesson-sur-Marne', 11_000, ['94490']),
  commune('94048', 'Marolles-en-Brie', 5_000, ['94440']),
  commune('94075', 'Villecresnes', 12_000, ['94440']),
  commune('93066', 'Saint-Denis', 149_000, ['93200', '93210', '93380']),
  commune('75056', 'Paris', 2_100_000, ['75001']),
]

describe('canonicalCommuneCode', () => {
  it.each([
    ['93059', '93066'],
    ['75101', '75056'],
    ['75120', '75056'],
    ['75056', '75056'],
    ['75121', '75121'],
    ['75100', '75100'],
    ['94048', '94048'],
  ])('%s is known as %s', (code, known) => {
    expect(canonicalCommuneCode(code)).toBe(known)
  })
})

describe('findCommune', () => {
  it('follows former codes and refuses codes from elsewhere', () => {
    expect(findCommune(communes, '93059')?.name).toBe('Saint-Denis')
    expect(findCommune(communes, ' 75111 ')?.name).toBe('Paris')
    expect(findCommune(communes, '69123')).toBeNull()
  })
})

describe('communeLabel', () => {
  it('adds the department', () => {
    expect(communeLabel(communes[3]!)).toBe('Saint-Denis (93)')
  })
})

describe('postcodeToCommunes', () => {
  it('offers every commune of a shared postcode, the largest first', () => {
    expect(postcodeToCommunes(communes, '94 440').map((found) => found.code)).toEqual(['94075', '94048'])
  })
  it('finds nothing for a part of a postcode or one from elsewhere', () => {
    expect(postcodeToCommunes(communes, '9444')).toEqual([])
    expect(postcodeToCommunes(communes, '13001')).toEqual([])
  })
})

describe('parisArrondissement', () => {
  it.each([
    ['75001', 1],
    ['75020', 20],
    ['75116', 16],
    ['75 011', 11],
    ['75021', null],
    ['75000', null],
    ['75115', null],
    ['93200', null],
  ])('%s → %s', (postcode, number) => {
    expect(parisArrondissement(postcode)).toBe(number)
  })
})
