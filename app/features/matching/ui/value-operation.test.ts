import { expect, it } from 'vitest'
import { formatter } from '~/core/format'
import { translator } from '~/messages/catalogue'
import { matchReplay } from '~/messages/match-replay'
import { scorePair, type MatchLot, type MatchNeed } from '../model/score'
import { SHIPPED_SCORING } from '../model/scoring'
import { valueOperations } from './value-operation'
import { brickLot, brickNeed } from '~tests/support/pair-sides'

function written(l: Partial<MatchLot> = {}, n: Partial<MatchNeed> = {}) {
  const sides = { lot: { ...brickLot, ...l }, need: { ...brickNeed, ...n } }
  const pair = scorePair(sides.lot, sides.need, SHIPPED_SCORING)
  if (!pair.ok) throw new Error(pair.reason)
  return valueOperations(translator('fr', matchReplay), formatter('fr'), {
    ...sides,
    pair,
    toCheck: 'mortier',
  })
}

// The same pair is worked by hand beside the score: 1 · 1 · ¼ · ½ · ½ · 0.63817 · ¾.
it('writes each value with the figures that it comes from', () => {
  expect(written()).toEqual({
    fit: 'même matière\u00a0: 1',
    distance: '1 − 0 ÷ 20',
    dates: '7 ÷ 28',
    cover: 'min(1\u00a0000 ; 2\u00a0000) ÷ 2\u00a0000',
    condition: '(1 + 4 − 3) ÷ 4',
    carbon: 'ln(1 + 554,658) ÷ ln(20\u00a0001)',
    price: '1 − ½ × 0,4 ÷ 0,8',
  })
})

it('says what has no figures', () => {
  const far = written({ unitPriceCents: 0, massGPerUnit: null }, { wanted: { mortar: { kind: 'flag' } } })
  expect(far.price).toBe('gratuit\u00a0: 1')
  expect(far.carbon).toBe('0\u00a0: masse inconnue')
  expect(far.fit).toBe('même matière\u00a0: 1\u00a0; × 0,8, car à vérifier\u00a0: mortier')
  expect(written({}, { budgetUnitCents: null }).price).toBe('sans budget\u00a0: ½')
  expect(written({ unitPriceCents: 160 }).price).toBe('0')
  expect(written({ material: 'concrete' }).fit).toBe('substitut admis\u00a0: 0,65')
  expect(written({ material: 'stone' }, { material: 'stone' }).carbon).toBe('0\u00a0: pas de facteur publié')
  expect(written({ condition: 5 }, { minCondition: 1 }).condition).toBe('(1 + 5 − 1) ÷ 4, au plus 1')
})
