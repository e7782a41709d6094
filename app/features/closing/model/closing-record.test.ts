import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSING_OUTCOMES, GAP_REASONS } from '~/core/waste-terms'
import { closingSums, familiesOf, totalsOf, type ClosingEntry, type SurveyedLine } from './closing-record'
import { filterRows } from './row-filter'

const KG = 1000
const doors: SurveyedLine = {
  ...{ id: 'doors', material: 'door', product: 'Portes', quantityMilli: 250_000, unit: 'u' },
  ...{ massG: 10_000 * KG, massEstimated: false },
}
const rubble = {
  ...{ id: 'rubble', family: 'inert' as const, wasteCode: '170101', label: 'Gravats' },
  ...{ massG: 12_000 * KG, outlet: 'Recyclage' },
}
const entry = (more: Partial<ClosingEntry>): ClosingEntry => ({
  ...{ id: 'e', inventoryLineId: null, inventoryWasteId: null, outcome: 'recycled', massG: 100 * KG },
  ...more,
})
const none = { lines: [], wastes: [], handovers: [], entries: [], gaps: [] }

describe('what became of a line', () => {
  const handovers = [{ handoverId: 'h', inventoryLineId: 'doors', massG: 1_900 * KG }]
  const entries = [
    entry({ inventoryLineId: 'doors', outcome: 'reused-in-place', massG: 500 * KG }),
    entry({ inventoryLineId: 'doors', outcome: 'disposed', massG: 7_000 * KG }),
  ]

  it('is its handovers, its declared departures and what is left to explain', () => {
    const { rows, unexplained } = closingSums({ ...none, lines: [doors], handovers, entries })
    expect(rows[0]).toMatchObject({
      ...{ surveyedG: 10_000 * KG, handedOverG: 1_900 * KG, handovers: 1, declaredG: 7_500 * KG },
      ...{ gapG: 600 * KG, state: 'open' },
    })
    expect(rows[0]!.outcomes).toMatchObject({
      'reused-in-place': 500 * KG,
      disposed: 7_000 * KG,
      recycled: 0,
    })
    expect(unexplained).toBe(1)
  })

  it('is explained for the difference that was seen, and to be explained again when it changes', () => {
    const gaps = [
      {
        inventoryLineId: 'doors',
        inventoryWasteId: null,
        gapG: 600 * KG,
        reason: 'with-waste' as const,
        note: '',
      },
    ]
    const before = closingSums({ ...none, lines: [doors], handovers, entries, gaps })
    expect(before.rows[0]).toMatchObject({ state: 'explained', gapG: 600 * KG })
    expect(before.unexplained).toBe(0)
    const more = [...handovers, { handoverId: 'i', inventoryLineId: 'doors', massG: 100 * KG }]
    const after = closingSums({ ...none, lines: [doors], handovers: more, entries, gaps })
    expect(after.rows[0]).toMatchObject({ state: 'stale', gapG: 500 * KG, surveyedG: 10_000 * KG })
    expect(after.unexplained).toBe(1)
  })

  it('is over what was surveyed without being cut', () => {
    const heavy = [{ handoverId: 'h', inventoryLineId: 'doors', massG: 10_400 * KG }]
    expect(closingSums({ ...none, lines: [doors], handovers: heavy }).rows[0]).toMatchObject({
      ...{ gapG: -400 * KG, handedOverG: 10_400 * KG, state: 'open' },
    })
  })

  it('balances to the gram only', () => {
    const all = [{ handoverId: 'h', inventoryLineId: 'doors', massG: 10_000 * KG - 1 }]
    expect(closingSums({ ...none, lines: [doors], handovers: all }).rows[0]).toMatchObject({
      state: 'open',
      gapG: 1,
    })
    all[0]!.massG += 1
    expect(closingSums({ ...none, lines: [doors], handovers: all }).rows[0]).toMatchObject({
      state: 'balanced',
    })
  })
})

it('counts what refers to nothing of the survey outside it, and asks for no explanation there', () => {
  const { outside, rows, unexplained } = closingSums({
    ...none,
    wastes: [rubble],
    handovers: [{ handoverId: 'h', inventoryLineId: null, massG: 5 * KG }],
    entries: [
      entry({ outcome: 'recycled', massG: 7 * KG }),
      entry({ inventoryWasteId: 'rubble', massG: 12_000 * KG }),
    ],
  })
  expect(outside).toMatchObject({ handedOverG: 5 * KG, declaredG: 7 * KG, gapG: 0 })
  expect(rows.at(-1)).toMatchObject({ kind: 'outside', state: 'outside', gapG: null })
  expect(unexplained).toBe(0)
})

it('shows what is to be explained when asked', () => {
  const { rows } = closingSums({ ...none, lines: [doors], wastes: [{ ...rubble, massG: 0 }] })
  expect(filterRows(rows, 'a-expliquer').map(({ id }) => id)).toEqual(['doors'])
  expect(filterRows(rows, 'toutes')).toHaveLength(3)
})

describe('nothing is lost and nothing counts twice', () => {
  const ids = ['a', 'b', 'c']
  const mass = fc.integer({ min: 1, max: 1e9 })
  const lineId = fc.constantFrom(...ids, 'gone', null)
  const sources = fc.record({
    lines: fc.array(mass, { minLength: 3, maxLength: 3 }).map((masses) =>
      masses.map((massG, at): SurveyedLine => ({
        ...doors,
        ...{ id: ids[at]!, massG, material: at === 0 ? 'door' : 'brick' },
      })),
    ),
    wastes: fc.array(mass, { maxLength: 1 }).map((masses) => masses.map((massG) => ({ ...rubble, massG }))),
    handovers: fc.array(fc.record({ handoverId: fc.string(), inventoryLineId: lineId, massG: mass })),
    entries: fc.array(
      fc
        .record({
          ...{ id: fc.string(), massG: mass, outcome: fc.constantFrom(...CLOSING_OUTCOMES) },
          inventoryLineId: lineId,
          inventoryWasteId: fc.constantFrom('rubble', null),
        })
        .map((one) => (one.inventoryLineId ? { ...one, inventoryWasteId: null } : one)),
    ),
    gaps: fc.array(
      fc.record({
        ...{ inventoryLineId: lineId, gapG: fc.integer(), note: fc.string() },
        ...{ inventoryWasteId: fc.constant(null), reason: fc.constantFrom(...GAP_REASONS) },
      }),
    ),
  })
  const sum = (of: readonly { massG: number }[]) => of.reduce((total, { massG }) => total + massG, 0)

  it('over any survey, ledger and declarations', () => {
    fc.assert(
      fc.property(sources, (given) => {
        const { rows, lines, wastes, outside, unexplained } = closingSums(given)
        const all = totalsOf(rows)
        expect(all.handedOverG).toBe(sum(given.handovers))
        expect(all.declaredG).toBe(sum(given.entries))
        expect(CLOSING_OUTCOMES.reduce((total, outcome) => total + all.outcomes[outcome], 0)).toBe(
          all.declaredG,
        )
        expect(rows.reduce((count, row) => count + row.handovers, 0)).toBe(given.handovers.length)
        expect(lines.surveyedG).toBe(sum(given.lines))
        expect(wastes.surveyedG).toBe(sum(given.wastes))
        for (const of of [lines, wastes]) {
          expect(of.gapG).toBe(of.surveyedG - of.handedOverG - of.declaredG)
        }
        for (const key of ['handedOverG', 'declaredG'] as const) {
          expect(lines[key] + wastes[key] + outside[key]).toBe(all[key])
        }
        expect(totalsOf(rows.filter(({ kind }) => kind === 'line'))).toEqual(lines)
        const families = familiesOf(rows)
        expect(families.reduce((total, family) => total + family.gapG, 0)).toBe(lines.gapG)
        expect(families.reduce((total, family) => total + family.lines, 0)).toBe(given.lines.length)
        expect(unexplained).toBe(filterRows(rows, 'a-expliquer').length)
        for (const row of rows) expect(row.state === 'balanced').toBe(row.gapG === 0)
      }),
      { numRuns: 500 },
    )
  })
})
