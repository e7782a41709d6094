import { describe, expect, it } from 'vitest'
import reference from '~db/reference/communes.json'
import { findPerimeter, perimetersAround, perimetersOf, type Place } from './perimeter'

const PLACES = reference.map(({ code, name, department, ept, population }): Place => {
  return { code, name, departement: department, eptName: ept?.name ?? null, population }
})
const all = perimetersOf(PLACES)

describe('the perimeters of the Métropole', () => {
  it('have each an address of their own', () => {
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length)
    expect(all.every(({ slug }) => /^[a-z0-9-]+$/.test(slug))).toBe(true)
  })

  it('are the 130 communes, eleven territories, the départements and the whole', () => {
    const count = (kind: string) => all.filter((perimeter) => perimeter.kind === kind).length
    expect([count('commune'), count('territory'), count('metropole')]).toEqual([130, 11, 1])
    const inDepartments = all
      .filter(({ kind }) => kind === 'department')
      .flatMap(({ communeCodes }) => communeCodes)
    expect(inDepartments).toHaveLength(130)
    expect(findPerimeter(PLACES, 'est-ensemble')?.communeCodes).toContain('93048')
    expect(findPerimeter(PLACES, 'departement-93')?.name).toBe('Seine-Saint-Denis (93)')
    expect(findPerimeter(PLACES, 'atlantide')).toBeNull()
  })

  it('lie in larger ones, the smallest first', () => {
    const montreuil = findPerimeter(PLACES, '93048')!
    expect(perimetersAround(all, montreuil).map(({ slug }) => slug)).toEqual([
      'est-ensemble',
      'departement-93',
      'metropole',
    ])
    const paris = findPerimeter(PLACES, '75056')!
    expect(perimetersAround(all, paris).map(({ slug }) => slug)).toEqual(['metropole'])
  })
})
