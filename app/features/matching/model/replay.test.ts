import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factorSetOf, shippedRows } from '~/features/carbon/model/factors'
import { matchLots, matchNeeds, nearPairs } from '~tests/support/match-sides'
import { keptLotSchema, keptNeedSchema } from '../computation-schema'
import { FORMULAS } from './formulas'
import { keptScoreOf, replay } from './replay'
import { scorePair, type MatchLot, type MatchNeed } from './score'
import { SHIPPED_SCORING } from './scoring'
import { makeWeights, SHIPPED_WEIGHTS } from './weights'

const OTHER = makeWeights('p7', { ...SHIPPED_WEIGHTS.of, fit: 0.1, price: 0.2 })
const PUBLISHED = factorSetOf(
  'f1',
  '2026-01-01',
  shippedRows().map((row) => ({ ...row, kgCo2ePerKg: row.kgCo2ePerKg * 3, substitution: 0.5 })),
)
const SCORINGS = [
  SHIPPED_SCORING,
  { ...SHIPPED_SCORING, weights: OTHER },
  { weights: OTHER, factors: PUBLISHED },
]

/** As the database keeps a side and gives it back. */
const stored = (side: MatchLot | MatchNeed): unknown => JSON.parse(JSON.stringify(side))

describe('the sides of a computation', () => {
  it('lose nothing by being kept', () => {
    fc.assert(
      fc.property(matchLots, matchNeeds, (lot, need) => {
        expect(keptLotSchema.parse(stored(lot))).toEqual(lot)
        expect(keptNeedSchema.parse(stored(need))).toEqual(need)
      }),
    )
  })

  it.each([
    ['one field too many', { more: 1 }],
    ['an attribute that the product does not know', { attributes: { colour: 'red' } }],
    ['a day that is none', { window: { from: '2026-02-30', until: '2026-03-01' } }],
  ])('are refused with %s rather than read in part', (_, wrong) => {
    const [lot] = fc.sample(matchLots, 1)
    expect(keptLotSchema.safeParse({ ...lot, ...wrong }).success).toBe(false)
  })
})

describe('replay', () => {
  it('gives the same score to the hundredth from what was kept', () => {
    let redone = 0
    fc.assert(
      fc.property(nearPairs, fc.constantFrom(...SCORINGS), ({ lot, need }, scoring) => {
        const pair = scorePair(lot, need, scoring)
        if (!pair.ok) return
        const sides = { lot: keptLotSchema.parse(stored(lot)), need: keptNeedSchema.parse(stored(need)) }
        expect(replay(keptScoreOf(pair), sides, scoring)).toEqual({ kind: 'redone', pair, isSame: true })
        redone++
      }),
      { numRuns: 500 },
    )
    expect(redone).toBeGreaterThan(100)
  })

  const { lot, need, pair } = somePair()
  const kept = keptScoreOf(pair)

  it('says that a kept total or part is another', () => {
    const total = { ...kept, scoreCenti: kept.scoreCenti + 1 }
    const part = { ...kept, partsCenti: { ...kept.partsCenti, cover: -1 } }
    for (const wrong of [total, part]) {
      expect(replay(wrong, { lot, need }, SHIPPED_SCORING)).toMatchObject({ kind: 'redone', isSame: false })
    }
  })

  it('says which filter the kept sides fail', () => {
    const far = { ...need, radiusKm: 0, point: { lat: 40, lon: 2 } }
    expect(replay(kept, { lot, need: far }, SHIPPED_SCORING)).toEqual({
      kind: 'refused',
      failure: { ok: false, reason: 'too-far' },
    })
  })

  it.each([
    ['another formula', 'other-formula', { formulaVersion: 'v1' }],
    ['factors that are gone', 'unknown-factors', { factorVersion: 'desnz-2020.1' }],
    ['weights that are gone', 'unknown-weights', { weightsVersion: 'p9' }],
  ])('does not redo a score of %s', (_, kind, versions) => {
    expect(replay({ ...kept, ...versions }, { lot, need }, SHIPPED_SCORING)).toEqual({ kind })
  })

  it('needs the factors that it was made with, whatever others say', () => {
    const made = scorePair(lot, need, { ...SHIPPED_SCORING, factors: PUBLISHED })
    if (!made.ok) throw new Error('factors are no filter')
    const own = keptScoreOf(made)
    expect(own.factorVersion).toBe('f1')
    expect(replay(own, { lot, need }, SHIPPED_SCORING)).toEqual({ kind: 'unknown-factors' })
    expect(replay(own, { lot, need }, { ...SHIPPED_SCORING, factors: PUBLISHED })).toMatchObject({
      kind: 'redone',
      isSame: true,
    })
  })

  it('redoes a score of a former formula by that formula, and by no other', () => {
    const former: typeof scorePair = (...given) => {
      const scored = scorePair(...given)
      return scored.ok ? { ...scored, score: scored.score / 2, formulaVersion: 'v1' } : scored
    }
    const formulas = new Map([...FORMULAS, ['v1', former] as const])
    const made = former(lot, need, SHIPPED_SCORING)
    if (!made.ok) throw new Error('it passes the same filters')
    const own = keptScoreOf(made)
    const redone = { kind: 'redone', pair: { score: made.score, formulaVersion: 'v1' }, isSame: true }
    expect(replay(own, { lot, need }, SHIPPED_SCORING, formulas)).toMatchObject(redone)
    expect(replay(kept, { lot, need }, SHIPPED_SCORING, formulas)).toEqual({
      kind: 'redone',
      pair,
      isSame: true,
    })
    expect(replay(own, { lot, need }, SHIPPED_SCORING)).toEqual({ kind: 'other-formula' })
  })

  it('does not redo what it cannot read', () => {
    expect(replay(kept, null, SHIPPED_SCORING)).toEqual({ kind: 'unreadable' })
  })
})

function somePair() {
  for (const { lot, need } of fc.sample(nearPairs, 100)) {
    const pair = scorePair(lot, need, SHIPPED_SCORING)
    if (pair.ok) return { lot, need, pair }
  }
  throw new Error('no pair of a hundred passes the filters')
}
