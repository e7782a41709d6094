import { describe, expect, it } from 'vitest'
import { greatCircleKm } from '~/core/geo-point'
import type { Commune } from '~/features/communes/model/commune'
import { searchCommunes } from '~/features/communes/model/name-search'
import reference from './communes.json'

const communes: Commune[] = reference

describe('the reference communes', () => {
  it('are the 130 of the Métropole, each once', () => {
    expect(communes).toHaveLength(130)
    expect(new Set(communes.map((commune) => commune.code)).size).toBe(130)
    expect(communes.every((commune) => /^(75|91|92|93|94|95)\d{3}$/.test(commune.code))).toBe(true)
  })

  it('belong to 11 EPT, Paris excepted', () => {
    const outside = communes.filter((commune) => commune.ept === null).map((commune) => commune.name)
    expect(outside).toEqual(['Paris'])
    expect(new Set(communes.flatMap((commune) => commune.ept?.code ?? [])).size).toBe(11)
  })

  it('lie within 40 km of Paris and not two on the same point', () => {
    const paris = communes.find((commune) => commune.code === '75056')!
    for (const commune of communes) expect(greatCircleKm(paris.point, commune.point)).toBeLessThan(40)
    expect(new Set(communes.map(({ point }) => `${point.lat},${point.lon}`)).size).toBe(130)
  })

  it('have a population, a postcode and a tile of their own', () => {
    for (const commune of communes) {
      expect(commune.population).toBeGreaterThan(500)
      expect(commune.postcodes.length).toBeGreaterThan(0)
    }
    expect(new Set(communes.map(({ tile }) => `${tile.column},${tile.row}`)).size).toBe(130)
  })

  it('are all found first by their own name', () => {
    for (const commune of communes) expect(searchCommunes(communes, commune.name)[0]?.code).toBe(commune.code)
  })
})
