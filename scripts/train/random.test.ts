import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldsByGroup, seededRandom } from './random'

describe('seededRandom', () => {
  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed))
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })
})

describe('foldsByGroup', () => {
  const groups = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 60 })

  it('never splits a group and names only folds that exist', () => {
    fc.assert(
      fc.property(groups, fc.integer(), (items, seed) => {
        const folds = foldsByGroup(items, 3, seed)
        items.forEach((group, index) => expect(folds[index]).toBe(folds[items.indexOf(group)]))
        expect(folds.every((fold) => fold >= 0 && fold < 3)).toBe(true)
      }),
    )
  })

  it('fills folds evenly when groups are single photos', () => {
    const folds = foldsByGroup(
      Array.from({ length: 30 }, (_, index) => `site ${index}`),
      5,
      7,
    )
    for (let fold = 0; fold < 5; fold++) expect(folds.filter((each) => each === fold)).toHaveLength(6)
  })
})
