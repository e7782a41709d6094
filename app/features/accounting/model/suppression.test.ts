import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayInterval } from '~/core/days'
import { communesOf, pooledOf, withheldFromAgentOf, withheldOf, type LedgerKey } from './suppression'

const THRESHOLD = 3

const entry = (seq: number, from: string, day: string, to: string | null = null): LedgerKey => ({
  ...{ seq, fromCommuneCode: from, toCommuneCode: to, handedOverOn: day },
})
const numbers = (entries: readonly LedgerKey[]) => entries.map(({ seq }) => seq)

/** A has three handovers in 2026 and one in 2025, B two in 2026, C one. */
const LEDGER = [
  entry(1, 'A', '2025-12-31'),
  entry(2, 'A', '2026-01-01'),
  entry(3, 'A', '2026-06-01', 'B'),
  entry(4, 'A', '2026-12-31'),
  entry(5, 'B', '2026-03-01', 'A'),
  entry(6, 'B', '2026-04-01'),
  entry(7, 'C', '2026-05-01'),
]
const YEAR = { from: '2026-01-01', until: '2027-01-01' }

describe('what the public is not told', () => {
  it('is the year of a commune that has too few handovers in it', () => {
    expect(numbers(withheldOf(LEDGER, THRESHOLD))).toEqual([1, 5, 6, 7])
    expect(withheldOf(LEDGER, 1)).toEqual([])
  })

  it('counts in the total of a whole year, where there is enough of it', () => {
    const withheld = withheldOf(LEDGER, THRESHOLD)
    expect(numbers(pooledOf(withheld, YEAR, THRESHOLD))).toEqual([5, 6, 7])
    expect(pooledOf(withheld, { ...YEAR, until: '2026-12-01' }, THRESHOLD)).toEqual([])
    expect(numbers(pooledOf(withheld, { ...YEAR, from: '2025-01-01' }, THRESHOLD))).toEqual([5, 6, 7])
    expect(pooledOf(withheld, YEAR, 4)).toEqual([])
  })

  it('is told to an agent where their commune gave or took it', () => {
    const withheld = withheldOf(LEDGER, THRESHOLD)
    expect(numbers(withheldFromAgentOf(withheld, ['A']))).toEqual([6, 7])
    expect(numbers(withheldFromAgentOf(withheld, ['B']))).toEqual([1, 7])
    expect(withheldFromAgentOf(withheld, ['A', 'B', 'C'])).toEqual([])
    expect([...communesOf(withheld, YEAR)]).toEqual(['B', 'C'])
  })
})

describe('whoever adds and subtracts public figures', () => {
  const ledgers = fc
    .array(
      fc.record({
        from: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        to: fc.option(fc.constantFrom('A', 'B', 'C')),
        month: fc.integer({ min: 0, max: 35 }),
      }),
      { minLength: 1, maxLength: 24 },
    )
    .map((rows) => rows.map(({ from, to, month }, index) => entry(index + 1, from, dayOf(month), to)))

  it('finds no mass of the few handovers of a commune and a year, nor of a part of them', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 2, max: 6 }), (ledger, threshold) => {
        const withheld = withheldOf(ledger, threshold)
        const figures = publicFigures(ledger, threshold)
        const groups = new Set(withheld.map(cellOf))
        for (const cell of groups) {
          const inCell = new Set(withheld.filter((one) => cellOf(one) === cell).map(({ seq }) => seq))
          expect(revealed(figures, ledger, inCell), `cell ${cell}`).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('would find them if totals of a year were told however few make them', () => {
    const lone = [entry(1, 'A', '2026-01-01'), entry(2, 'B', '2026-05-01')]
    const figures = [...publicFigures(lone, THRESHOLD), [1, 1], [0, 1]]
    expect(revealed(figures, lone, new Set([1]))).toBe(true)
  })
})

function dayOf(month: number): string {
  return `${2024 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-15`
}

function cellOf({ fromCommuneCode, handedOverOn }: LedgerKey): string {
  return `${fromCommuneCode} ${handedOverOn.slice(0, 4)}`
}

/** Every sum that pages, files and the public interface tell of any perimeter and period, as weights of the handovers. */
function publicFigures(ledger: readonly LedgerKey[], threshold: number): number[][] {
  const withheld = withheldOf(ledger, threshold)
  const hidden = new Set(numbers(withheld))
  const figures: number[][] = []
  const tell = (isIn: (one: LedgerKey) => boolean) => figures.push(ledger.map((one) => (isIn(one) ? 1 : 0)))
  // The public lists tell each of the others by itself, so that any sum of them is known already.
  for (const { seq } of ledger) if (!hidden.has(seq)) tell((one) => one.seq === seq)
  for (const period of periods()) {
    const pooled = new Set(numbers(pooledOf(withheld, period, threshold)))
    const isDated = ({ handedOverOn: day }: LedgerKey) => period.from <= day && day < period.until
    tell((one) => isDated(one) && (!hidden.has(one.seq) || pooled.has(one.seq)))
    for (const places of [['A'], ['B'], ['A', 'B'], ['C', 'D', 'E']]) {
      tell((one) => isDated(one) && !hidden.has(one.seq) && places.includes(one.fromCommuneCode))
      tell((one) => isDated(one) && !hidden.has(one.seq) && places.includes(one.toCommuneCode ?? ''))
    }
  }
  return figures
}

/** Whole months, as the public may choose them, of the three years. */
function periods(): DayInterval[] {
  const starts = Array.from({ length: 37 }, (_, month) => `${dayOf(month).slice(0, 7)}-01`)
  return starts.flatMap((from, index) =>
    starts.slice(index + 1).flatMap((until, months) => (months % 4 === 3 ? [{ from, until }] : [])),
  )
}

/**
 * Whether some combination of figures weighs handovers of a cell and nothing else: then leaving the cell out of every
 * figure leaves fewer independent ones.
 */
function revealed(figures: number[][], ledger: readonly LedgerKey[], cell: ReadonlySet<number>): boolean {
  const without = figures.map((weights) => weights.filter((_, index) => !cell.has(ledger[index]!.seq)))
  return rankOf(without) < rankOf(figures)
}

function rankOf(figures: number[][]): number {
  const rows = [...new Map(figures.map((row) => [row.join(), [...row]])).values()]
  const width = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9)
    if (pivot === -1) continue
    ;[rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!]
    for (let index = rank + 1; index < rows.length; index++) {
      const by = rows[index]![column]! / rows[rank]![column]!
      if (by !== 0) rows[index] = rows[index]!.map((value, at) => value - by * rows[rank]![at]!)
    }
    rank += 1
  }
  return rank
}
