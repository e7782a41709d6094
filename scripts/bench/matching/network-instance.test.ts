import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { InstanceError, leastCost, readDimacs, type NetworkInstance } from './network-instance'

const SMALL = `c two ways from 1 to 4, the cheap one narrow
p min 4 5
n 1 4
n 4 -4
a 1 2 0 3 1
a 2 4 0 9 1
a 1 3 1 9 2
a 3 4 0 9 3
a 2 3 0 9 -4
`

/** The same as a linear program. */
function lpOf({ nodes, supply, arcs }: NetworkInstance): string {
  const signed = (value: number, name: string) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`
  const balance = Array.from({ length: nodes }, (_, index) => {
    const node = index + 1
    const terms = arcs.flatMap(({ tail, head }, arc) =>
      tail === head ? [] : tail === node ? [`+ 1 x${arc}`] : head === node ? [`- 1 x${arc}`] : [],
    )
    return `${terms.length > 0 ? terms.join(' ') : '+ 0 x0'} = ${supply[node]}`
  })
  const bounds = arcs.map(({ least, most }, arc) => `${least} <= x${arc} <= ${most}`)
  const cost = arcs.map(({ cost: each }, arc) => signed(each, `x${arc}`)).join(' ')
  return ['Minimize', cost, 'Subject To', ...balance, 'Bounds', ...bounds, 'End'].join('\n')
}

const networks = fc.integer({ min: 2, max: 6 }).chain((nodes) =>
  fc
    .record({
      supplies: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: nodes - 1, maxLength: nodes - 1 }),
      arcs: fc.array(
        fc.record({
          tail: fc.integer({ min: 1, max: nodes }),
          head: fc.integer({ min: 1, max: nodes }),
          least: fc.nat(1),
          extra: fc.nat(6),
          cost: fc.integer({ min: -3, max: 9 }),
        }),
        { minLength: 1, maxLength: 20 },
      ),
    })
    .map(({ supplies, arcs }): NetworkInstance => {
      const rest = -supplies.reduce((sum, value) => sum + value, 0)
      return {
        nodes,
        supply: Float64Array.from([0, ...supplies, rest]),
        arcs: arcs.map(({ extra, ...arc }) => ({ ...arc, most: arc.least + extra })),
      }
    }),
)

describe('leastCost', () => {
  it('finds the least cost of a network worked by hand', () => {
    // One unit must take 1-3-4 (5); three take 1-2-3-4, at 1 - 4 + 3 = 0 each.
    expect(leastCost(readDimacs(SMALL))).toBe(5n)
  })

  it('says when demands cannot be served', () => {
    expect(leastCost(readDimacs('p min 2 1\nn 1 5\nn 2 -5\na 1 2 0 4 1\n'))).toBeNull()
  })

  it('says when no cost is the least', () => {
    const endless = 'p min 2 2\na 1 2 0 -1 -4\na 2 1 0 -1 3\n'
    expect(() => leastCost(readDimacs(endless))).toThrow(/no lower bound/)
    expect(() => leastCost(readDimacs('p min 1 1\na 1 1 0 -1 -4\n'))).toThrow(/no lower bound/)
  })

  it('agrees with HiGHS on any network', async () => {
    const highs = await loadHighs()
    fc.assert(
      fc.property(networks, (network) => {
        const { Status, ObjectiveValue } = highs.solve(lpOf(network), { output_flag: false })
        const cost = leastCost(network)
        expect(cost === null).toBe(Status !== 'Optimal')
        if (cost !== null) expect(Number(cost)).toBe(Math.round(ObjectiveValue))
      }),
      { numRuns: 150 },
    )
  })
})

describe('readDimacs', () => {
  const two = (...lines: string[]) => ['p min 2 1', 'n 1 5', 'n 2 -5', ...lines].join('\n')

  it('takes a negative capacity for none, and lines of any system', () => {
    expect(leastCost(readDimacs(two('a 1 2 0 -1 3').replaceAll('\n', '\r\n')))).toBe(15n)
  })

  it.each([
    ['', /no problem line/],
    ['p max 2 1', /line 1: not a minimum-cost flow/],
    ['p min 2', /line 1: not a minimum-cost flow/],
    ['n 1 5', /no problem line/],
    [two('a 1 x 0 4 1'), /line 4: not whole numbers/],
    [two('a 1 2 0 9 3.5'), /line 4: not whole numbers/],
    [two('a 1 2 0 9'), /line 4: an arc is/],
    [two('a 1 3 0 9 1'), /line 4: there is no node 3/],
    [two('a 1 2 7 3 1'), /line 4: at least 7 cannot flow where at most 3 may/],
    [two('a 1 2 -1 3 1'), /line 4: less than nothing/],
    [two('q'), /line 4: unknown kind q/],
    [two('n 3 1'), /line 4: there is no node 3/],
    [two(), /promises 1 arcs, 0 follow/],
    [two('n 2 -3', 'a 1 2 0 9 3'), /supplies and demands differ by 2/],
  ])('refuses %j with what is wrong', (text, said) => {
    expect(() => readDimacs(text)).toThrow(InstanceError)
    expect(() => readDimacs(text)).toThrow(said)
  })
})
