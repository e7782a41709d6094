import { describe, expect, it } from 'vitest'
import { RULES, lowerBound, mayReplace, type Comparison, type PairedAnswer } from './may-replace'
import { seededRandom } from './random'

const guard = { ece: 0.05, falseTags: 0.02 }

/** `photos` answers over `sources`, of which the heads get these shares right, drawn apart. */
function drawn(seed: number, oldShare: number, newShare: number, photos = 200, sources = 20): PairedAnswer[] {
  const random = seededRandom(seed)
  return Array.from({ length: photos }, (_, index) => ({
    source: `source ${index % sources}`,
    oldRight: random() < oldShare,
    newRight: random() < newShare,
  }))
}

function compared(pairs: PairedAnswer[], more: Partial<Comparison> = {}): Comparison {
  return { pairs, outOfScope: 60, old: guard, new: guard, ...more }
}

const swapped = (pairs: readonly PairedAnswer[]) =>
  pairs.map(({ source, oldRight, newRight }) => ({ source, oldRight: newRight, newRight: oldRight }))
const rightOf = (pairs: readonly PairedAnswer[], side: 'oldRight' | 'newRight') =>
  pairs.filter((pair) => pair[side]).length

describe('over drawn answers', () => {
  const random = seededRandom(7)
  const cases = Array.from({ length: 150 }, (_, index) => {
    const photos = Math.floor(random() * 300)
    return drawn(index, random(), random(), photos, 1 + Math.floor(random() * 30))
  })

  it('never takes a head that is right less often, or as often', () => {
    let taken = 0
    for (const pairs of cases) {
      if (!mayReplace(compared(pairs)).replaces) continue
      taken++
      expect(rightOf(pairs, 'newRight')).toBeGreaterThan(rightOf(pairs, 'oldRight'))
    }
    expect(taken).toBeGreaterThan(10)
  })

  it('never takes each of two heads in the place of the other', () => {
    for (const pairs of cases) {
      const there = mayReplace(compared(pairs)).replaces
      const back = mayReplace(compared(swapped(pairs))).replaces
      expect(there && back).toBe(false)
    }
  })

  it('never takes a head on too few photos, sources or pictures of no material', () => {
    for (const pairs of cases) {
      const few = pairs
        .slice(0, RULES.minPhotos - 1)
        .map((pair) => ({ ...pair, newRight: true, oldRight: false }))
      expect(mayReplace(compared(few)).reason).toBe('too-few-photos')
      expect(mayReplace(compared(pairs, { outOfScope: RULES.minOutOfScope - 1 })).replaces).toBe(false)
    }
    const one = drawn(1, 0, 1).map((pair) => ({ ...pair, source: 'the same' }))
    expect(mayReplace(compared(one)).reason).toBe('too-few-sources')
  })

  it('says the same whatever the order of the photos', () => {
    for (const pairs of cases.slice(0, 20)) {
      expect(mayReplace(compared([...pairs].reverse()))).toEqual(mayReplace(compared(pairs)))
    }
  })
})

describe('a better head', () => {
  const pairs = drawn(3, 0.5, 0.8)

  it('is taken', () => {
    expect(mayReplace(compared(pairs))).toMatchObject({ replaces: true, reason: 'better' })
  })

  it('is not taken when its confidence means less, or it tags what is no material, beyond the tolerance', () => {
    const within = {
      ece: guard.ece + RULES.eceTolerance,
      falseTags: guard.falseTags + RULES.falseTagTolerance,
    }
    expect(mayReplace(compared(pairs, { new: within })).replaces).toBe(true)
    const vague = { ...guard, ece: within.ece + 0.001 }
    expect(mayReplace(compared(pairs, { new: vague })).reason).toBe('less-calibrated')
    const rash = { ...guard, falseTags: within.falseTags + 0.001 }
    expect(mayReplace(compared(pairs, { new: rash })).reason).toBe('more-false-tags')
  })

  it('is not taken when chance alone would do as well, or one source makes the whole gain', () => {
    expect(mayReplace(compared(drawn(1, 0.5, 0.5))).replaces).toBe(false)
    const one = Array.from({ length: 200 }, (_, index) => ({
      source: `source ${index % 20}`,
      oldRight: index % 20 !== 0,
      newRight: true,
    }))
    expect(mayReplace(compared(one))).toMatchObject({ replaces: false, reason: 'not-proven', gain: 0.05 })
  })
})

describe('the lower bound', () => {
  it('is below the gain, and rises with the photos', () => {
    const few = drawn(5, 0.5, 0.65)
    const many = Array.from({ length: 20 }, (_, time) =>
      few.map((pair) => ({ ...pair, source: `${pair.source} ${time}` })),
    ).flat()
    const { gain, lower } = mayReplace(compared(few))
    expect(lower).toBeLessThan(gain)
    expect(lowerBound(many)).toBeGreaterThan(lower)
    expect(lowerBound(many)).toBeLessThan(gain)
    expect(lowerBound([])).toBe(0)
  })
})
