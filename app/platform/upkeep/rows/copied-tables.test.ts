import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inFillingOrder, type CopiedTable } from './copied-tables'

const table = (name: string, ...pointsAt: string[]): CopiedTable => ({
  ...{ name, columns: [], key: ['id'], pointsAt },
})
const namesOf = (tables: readonly CopiedTable[]) =>
  inFillingOrder(tables).map((group) => group.map(({ name }) => name))

describe('tables in the order in which they can be filled', () => {
  it('come after what they point at', () => {
    expect(namesOf([table('a', 'b'), table('b', 'c'), table('c')])).toEqual([['c'], ['b'], ['a']])
  })

  it('are one group where they point at each other, and alone where they point at themselves', () => {
    expect(namesOf([table('a', 'b'), table('b', 'a', 'd'), table('c', 'a'), table('d', 'd')])).toEqual([
      ['d'],
      ['a', 'b'],
      ['c'],
    ])
  })

  it('holds for any tables: each once, and nothing points ahead', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const drawn = fc
      .array(fc.subarray(names), { minLength: names.length, maxLength: names.length })
      .map((all) => names.map((name, at) => table(name, ...all[at]!)))
    fc.assert(
      fc.property(drawn, (tables) => {
        const groups = namesOf(tables)
        expect(groups.flat().sort()).toEqual(names)
        const placeOf = new Map(groups.flatMap((group, at) => group.map((name) => [name, at])))
        for (const { name, pointsAt } of tables)
          for (const other of pointsAt) expect(placeOf.get(other)!).toBeLessThanOrEqual(placeOf.get(name)!)
        const closed = (name: string, seen = new Set<string>()): Set<string> => {
          for (const next of tables.find((one) => one.name === name)!.pointsAt)
            if (!seen.has(next)) closed(next, seen.add(next))
          return seen
        }
        for (const group of groups.filter(({ length }) => length > 1))
          for (const one of group)
            for (const other of group) if (one !== other) expect(closed(one).has(other)).toBe(true)
      }),
    )
  })
})
