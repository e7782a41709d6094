import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import type { LotView } from '~/features/lots/model/lot'
import { FACTOR_SET, factorSetOf, shippedRows } from '~/features/carbon/model/factors'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import { coverBasket, countCover } from './cover-basket'
import { coverLotOf, type BasketLine } from './cover-problem'

const TODAY = '2026-09-15'
const HERE = { lat: 48.86, lon: 2.44 }
const TERMS = {
  ...{
    communeCode: '93048',
    neededFrom: TODAY,
    neededUntil: addDays(TODAY, 60),
    radiusKm: 20,
    minCondition: 2,
  },
}

function line(position: number, more: Partial<BasketLine> = {}): BasketLine {
  return {
    ...{ id: `line-${position}`, position, label: `Ligne ${position}`, material: 'brick', unit: 'u' },
    ...{ quantityMilli: 1_000_000, newUnitPriceCents: null },
    ...more,
  }
}

/** Bricks of 2 kg, there since yesterday, at 20 cents. */
function lot(id: string, units: number, more: Partial<LotView> = {}) {
  const view = {
    ...{ id, reference: id, title: 'Briques pleines', material: 'brick', unit: 'u', condition: 4 },
    ...{ quantityMilli: units * 1000, availableMilli: units * 1000, massG: units * 2000, attributes: {} },
    ...{ availableFrom: addDays(TODAY, -1), availableUntil: addDays(TODAY, 90), unitPriceCents: 20 },
    ...{ isWhole: false, minTakeMilli: null, organisationName: 'Curage', communeName: 'Montreuil' },
    ...more,
  } as LotView
  return coverLotOf(view, HERE)
}

function cover(
  lines: BasketLine[],
  lots: ReturnType<typeof lot>[],
  terms = TERMS,
  scoring = SHIPPED_SCORING,
) {
  const input = {
    terms,
    lines,
    lots,
    point: HERE,
    today: TODAY,
    scoring,
    solve: solveAllocation,
  }
  expect(countCover(input)).toEqual({ now: coverBasket(input).now, all: coverBasket(input).all })
  return coverBasket(input)
}

describe('a bill of two lines of bricks', () => {
  const lines = [line(1, { newUnitPriceCents: 95 }), line(2, { quantityMilli: 500_000 })]
  const found = cover(lines, [lot('a', 800), lot('b', 400, { availableFrom: addDays(TODAY, 10) })])

  it('is covered by what is there now, and more by what comes', () => {
    // 800 of 1,000, then 1,200: the first line whole and 200 of 500.
    expect(found.now).toEqual({ lines: 2, full: 0, part: 1, meanShare: 0.4 })
    expect(found.all).toEqual({ lines: 2, full: 1, part: 1, meanShare: 0.7 })
    expect(found.weeks.map(({ by, count }) => [by, count.meanShare])).toEqual([
      [TODAY, 0.4],
      [addDays(TODAY, 7), 0.4],
      [addDays(TODAY, 14), 0.7],
    ])
    expect(found.gap).toBe(0)
    expect(found.lots).toBe(2)
  })

  it('tells the parts of each line, and what remains to be bought', () => {
    expect(found.lines.map(({ coveredMilli, leftMilli, share }) => [coveredMilli, leftMilli, share])).toEqual(
      [
        [1_000_000, 0, 1],
        [200_000, 300_000, 0.4],
      ],
    )
    expect(found.lines[0]!.parts.map(({ lotId, quantityMilli }) => [lotId, quantityMilli])).toEqual([
      ['a', 800_000],
      ['b', 200_000],
    ])
  })

  it('counts euros only where the bill says what new costs', () => {
    // 1,000 × 0.95 = 950 € new; 1,000 × 0.20 = 200 € asked.
    expect(found.lines[0]!.money).toEqual({ newCents: 95_000, askedCents: 20_000, savedCents: 75_000 })
    expect(found.lines[1]!.money).toBeNull()
    expect(found.money).toEqual({ lines: 1, newCents: 95_000, askedCents: 20_000, savedCents: 75_000 })
  })

  it('counts one trip for each lot, shared by the lines it serves', () => {
    // Avoided: 2,400 kg × 0.24179 = 580,296 g. Trips of at least 1 km: 1.6 t in a rigid of 3.5–7.5 t,
    // 2 × 0.57165 + 0.09847 × 1.6/2.18 = 1,216 g; 0.8 t, 1.14330 + 0.09847 × 0.8/2.18 = 1,179 g, two halves of 590.
    expect(found.carbon.netG).toBe(580_296 - 1_216 - 2 * 590)
    expect(found.carbon).toMatchObject({ claimed: 3, unclaimed: 0, lowG: found.carbon.netG })
    expect(found.lines.reduce((sum, { carbon }) => sum + carbon.netG, 0)).toBe(found.carbon.netG)
  })
})

it('proposes the very material, not what could stand in for it', () => {
  const blocks = lot('a', 2000, { material: 'concrete', title: 'Blocs' })
  expect(cover([line(1)], [blocks]).lots).toBe(0)
})

it('says a negative saving as it is', () => {
  const found = cover([line(1, { newUnitPriceCents: 10 })], [lot('a', 100)])
  expect(found.money.savedCents).toBe(-1000)
})

it('makes no claim without a factor or a mass, and covers all the same', () => {
  const door = line(1, { material: 'door', quantityMilli: 5000 })
  const found = cover([door], [lot('a', 10, { material: 'door', massG: null, title: 'Portes' })])
  expect(found.all.full).toBe(1)
  expect(found.carbon).toMatchObject({ netG: 0, claimed: 0, unclaimed: 1 })
})

it('counts a line of unknown material and covers nothing of it', () => {
  const found = cover([line(1), line(2, { material: null })], [lot('a', 5000)])
  expect(found.all).toEqual({ lines: 2, full: 1, part: 0, meanShare: 0.5 })
})

it('compares tonnes with kilograms', () => {
  const steel = line(1, {
    ...{ material: 'structural-steel', unit: 't', quantityMilli: 2500, newUnitPriceCents: 120_000 },
  })
  const beams = lot('a', 1000, { material: 'structural-steel', unit: 'kg', unitPriceCents: 50 })
  const [covered] = cover([steel], [beams]).lines
  // One tonne of two and a half: 1,200 € new, 1,000 × 0.50 € asked.
  expect(covered).toMatchObject({ coveredMilli: 1000, leftMilli: 1500, share: 0.4 })
  expect(covered!.parts[0]).toMatchObject({ quantityMilli: 1_000_000, unit: 'kg' })
  expect(covered!.money).toEqual({ newCents: 120_000, askedCents: 50_000, savedCents: 70_000 })
})

describe('what a giver asks', () => {
  it('lets a lot in one piece serve two lines together', () => {
    const found = cover([line(1), line(2)], [lot('a', 2000, { isWhole: true })])
    expect(found.all.full).toBe(2)
  })
  it('leaves a lot in one piece that is more than is wanted', () => {
    expect(cover([line(1)], [lot('a', 1001, { isWhole: true })]).all.full).toBe(0)
  })
  it('leaves a lot of which less is wanted than its least', () => {
    const least = { minTakeMilli: 1_001_000 }
    expect(cover([line(1)], [lot('a', 3000, least)]).all.full).toBe(0)
    expect(cover([line(1), line(2)], [lot('a', 3000, least)]).all.full).toBe(2)
  })
})

it.each([
  ['too far', { radiusKm: 20 }, { lat: 49.4, lon: 2.44 }],
  ['below the condition', { minCondition: 5 }, HERE],
  ['gone before the first day', { neededFrom: addDays(TODAY, 90), neededUntil: addDays(TODAY, 120) }, HERE],
])('leaves a lot that is %s', (_name, terms, point) => {
  const away = coverLotOf(lot('a', 2000).view, point)
  expect(cover([line(1)], [away], { ...TERMS, ...terms }).all.full).toBe(0)
})

it('gives the fire doors to the line of fire doors', () => {
  const doors = { material: 'door', quantityMilli: 4000 } as const
  const lines = [
    line(1, { ...doors, label: 'Porte de service' }),
    line(2, { ...doors, label: 'Porte coupe-feu EI30' }),
  ]
  const found = cover(lines, [lot('a', 4, { material: 'door', title: 'Portes coupe-feu' })])
  expect(found.lines.map(({ share }) => share)).toEqual([0, 1])
})

it('does not propose a trip that emits more than it saves, and says so', () => {
  const far = coverLotOf(lot('a', 4).view, { lat: 48.95, lon: 2.3 })
  expect(cover([line(1)], [far])).toMatchObject({ lots: 0, leftAside: 1 })
})

it('counts with the emission factors it is given, and says which', () => {
  const brick = shippedRows().filter(({ material }) => material === 'brick')
  const twice = factorSetOf(
    'f1',
    '2026-01-01',
    brick.map((row) => ({ ...row, kgCo2ePerKg: row.kgCo2ePerKg * 2 })),
  )
  const [before, after] = [FACTOR_SET, twice].map((factors) =>
    cover([line(1)], [lot('a', 800)], TERMS, { ...SHIPPED_SCORING, factors }),
  )
  // 1,600 kg × 0.24179 more.
  expect(after!.carbon.netG - before!.carbon.netG).toBe(386_864)
  expect([before!.factorVersion, after!.factorVersion]).toEqual([FACTOR_SET.version, 'f1'])
})
