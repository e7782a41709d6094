import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcPath, chordOf, ribbonPath } from './chord'
import { flowsOf, type PairSum } from './flows'
import { perimetersOf, type Place } from './perimeter'

const place = (code: string, eptName: string | null): Place => ({
  ...{ code, name: `Commune ${code}`, departement: code.slice(0, 2), eptName, population: 1000 },
})
const PLACES = [
  ...Array.from({ length: 14 }, (_, index) => place(String(93001 + index), 'Est')),
  ...Array.from({ length: 5 }, (_, index) => place(String(94001 + index), 'Sud')),
  place('75056', null),
]
const perimeter = (slug: string) => perimetersOf(PLACES).find((one) => one.slug === slug)!
const pair = (from: string, to: string | null, massG: number, count: number): PairSum => ({
  ...{ from, to, massG, count },
})

describe('flows', () => {
  it('of a commune name it and its partners, and what nobody told', () => {
    const pairs = [
      pair('93001', '93002', 900, 5),
      pair('75056', '93001', 300, 4),
      pair('93001', null, 100, 3),
    ]
    const { nodes, links } = flowsOf(pairs, perimeter('93001'), PLACES)
    expect(nodes.map(({ key }) => key)).toEqual(['75056', '93001', '93002', 'unknown'])
    expect(links[0]).toEqual({ from: '93001', to: '93002', massG: 900, count: 5 })
    expect(nodes.find(({ isOwn }) => isOwn)?.key).toBe('93001')
  })

  it('of a territory draw what lies outside as one', () => {
    const pairs = [pair('93001', '94001', 10, 3), pair('93001', '94002', 20, 3)]
    const { links } = flowsOf(pairs, perimeter('est'), PLACES)
    expect(links).toEqual([{ from: '93001', to: 'others', massG: 30, count: 6 }])
  })

  it('of the Métropole go between its territories', () => {
    const pairs = [pair('93001', '94001', 10, 3), pair('93002', '94002', 20, 3), pair('75056', '75056', 5, 3)]
    const { links, nodes } = flowsOf(pairs, perimeter('metropole'), PLACES)
    expect(nodes.map(({ name }) => name)).toEqual(['Commune 75056', 'Est', 'Sud'])
    expect(links).toEqual([
      { from: 'Est', to: 'Sud', massG: 30, count: 6 },
      { from: 'Commune 75056', to: 'Commune 75056', massG: 5, count: 3 },
    ])
  })

  it('lose no gram and keep to what a phone can show', () => {
    const codes = PLACES.map(({ code }) => code)
    const pairs = fc.array(
      fc.record({
        from: fc.constantFrom(...codes),
        to: fc.option(fc.constantFrom(...codes)),
        massG: fc.integer({ min: 1, max: 1e6 }),
        count: fc.integer({ min: 1, max: 9 }),
      }),
    )
    fc.assert(
      fc.property(pairs, fc.constantFrom('93001', 'est', 'metropole'), (all, slug) => {
        const { nodes, links } = flowsOf(all, perimeter(slug), PLACES)
        const total = links.reduce((sum, { massG }) => sum + massG, 0)
        expect(total).toBe(all.reduce((sum, { massG }) => sum + massG, 0))
        expect(nodes.length).toBeLessThanOrEqual(11)
        expect(new Set(nodes.map(({ key }) => key))).toEqual(
          new Set(links.flatMap(({ from, to }) => [from, to])),
        )
      }),
    )
  })
})

describe('the ring', () => {
  const flows = flowsOf(
    [pair('93001', '93002', 300, 3), pair('93002', '93001', 100, 3), pair('93001', '93001', 100, 3)],
    perimeter('93001'),
    PLACES,
  )
  const { arcs, ribbons } = chordOf(flows)

  it('has arcs as long as what a place gives and takes, which fill it but for the gaps', () => {
    const lengths = arcs.map(({ start, end }) => end - start)
    expect(lengths[0]! / lengths[1]!).toBeCloseTo(600 / 400)
    expect(lengths.reduce((a, b) => a + b, 0)).toBeCloseTo(2 * Math.PI - 2 * 0.06)
  })

  it('has ribbons as wide at both ends as their mass, each in a part of its own', () => {
    const perGram = (2 * Math.PI - 2 * 0.06) / 1000
    for (const { massG, source, target } of ribbons) {
      expect(source.end - source.start).toBeCloseTo(massG * perGram)
      expect(target.end - target.start).toBeCloseTo(massG * perGram)
    }
    const parts = ribbons.flatMap(({ source, target }) => [source, target]).sort((a, b) => a.start - b.start)
    parts
      .slice(1)
      .forEach((part, index) => expect(part.start).toBeGreaterThanOrEqual(parts[index]!.end - 1e-9))
  })

  it('draws paths of numbers, a single place as a whole ring', () => {
    const alone = chordOf(flowsOf([pair('93001', '93001', 1, 3)], perimeter('93001'), PLACES))
    const paths = [
      arcPath(alone.arcs[0]!, 90, 100),
      ribbonPath(alone.ribbons[0]!, 90),
      ribbonPath(ribbons[0]!, 90),
    ]
    for (const path of paths) expect(path).toMatch(/^M[-\d. ALQZ]+Z$/)
    expect(chordOf({ nodes: [], links: [] })).toEqual({ arcs: [], ribbons: [] })
  })
})
