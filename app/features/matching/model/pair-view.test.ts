import { describe, expect, it } from 'vitest'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { matchLotOf, matchNeedOf } from './match-sides'
import { pairViewOf } from './pair-view'
import { scorePair } from './score'
import { SHIPPED_SCORING } from './scoring'

const montreuil = { lat: 48.8638, lon: 2.4485 }
const lot = {
  id: 'l',
  material: 'structural-timber',
  unit: 't',
  quantityMilli: 4000,
  availableMilli: 3000,
  massG: 4_000_000,
  condition: 4,
  unitPriceCents: 20_000,
  availableFrom: '2027-03-01',
  availableUntil: '2027-04-01',
  attributes: {},
} as LotView
const need = {
  id: 'n',
  material: 'structural-timber',
  unit: 'kg',
  openMilli: 5_000_000,
  neededFrom: '2027-03-11',
  neededUntil: '2027-05-10',
  radiusKm: 20,
  minCondition: 2,
  budgetUnitCents: null,
  attributes: {},
} as NeedView

function viewOf(given: { lot?: Partial<LotView>; need?: Partial<NeedView> } = {}) {
  const offered = { ...lot, ...given.lot }
  const wanted = { ...need, ...given.need }
  const pair = scorePair(matchLotOf(offered, montreuil), matchNeedOf(wanted, montreuil), SHIPPED_SCORING)
  if (!pair.ok) throw new Error(pair.reason)
  return { pair, view: pairViewOf(offered, wanted, pair) }
}

describe('pairViewOf', () => {
  it('keeps the score and its parts as they were computed', () => {
    const { pair, view } = viewOf()
    expect(view.score).toBe(pair.score)
    expect(view.parts).toEqual(pair.parts)
  })

  it('says days and quantities that the two sides share', () => {
    expect(viewOf().view).toMatchObject({
      overlapDays: 21,
      wantedDays: 60,
      unit: 'kg',
      coveredMilli: 3_000_000,
      wantedMilli: 5_000_000,
    })
  })

  it('compares tonnes as kilograms, and leaves each price in the unit of its side', () => {
    const { view } = viewOf({ need: { unit: 't', openMilli: 2000, budgetUnitCents: 30_000 } })
    expect(view).toMatchObject({ unit: 'kg', coveredMilli: 2_000_000, wantedMilli: 2_000_000 })
    expect(view.price).toEqual({ unitCents: 20_000, unit: 't' })
    expect(view.budget).toEqual({ unitCents: 30_000, unit: 't' })
  })

  it('gives net emissions in kilograms, or the reason why nothing is claimed', () => {
    const { pair, view } = viewOf()
    if (!pair.net.ok || !view.carbon.ok) throw new Error('timber has a factor and a mass')
    expect(view.carbon.netKg * 1000).toBeCloseTo(pair.net.netG, 6)
    const unweighed = viewOf({ lot: { unit: 'u', massG: null }, need: { unit: 'u' } }).view
    expect(unweighed.carbon).toEqual({ ok: false, reason: 'no-mass' })
  })
})
