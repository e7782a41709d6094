import { describe, expect, it } from 'vitest'
import { FACTOR_COLUMNS, factorCells, readFactorTable } from './factor-table'
import { areSameRows, inForceOn, type FactorVersion } from './factor-versions'
import { factorSetOf, FACTOR_SET, shippedRows } from './factors'
import { netBenefit } from './net-benefit'

const HEADER = [...FACTOR_COLUMNS]
const BRICK = ['brick', '0,24', '0,2', '0,3', '0', '1', 'Source', 'Ligne 4', '2026', 'Licence']
const withCell = (at: number, text: string) => BRICK.map((cell, place) => (place === at ? text : cell))

describe('readFactorTable', () => {
  it('reads what its export writes', () => {
    const lines = [HEADER, ...shippedRows().map((row) => factorCells(row).map((cell) => String(cell ?? '')))]
    expect(readFactorTable(lines)).toEqual({ ok: true, rows: shippedRows() })
  })

  it.each([
    ['material', withCell(0, 'gold')],
    ['value', withCell(1, '-1')],
    ['value', withCell(1, '')],
    ['value', withCell(1, '0.24 kg')],
    ['range', withCell(2, '0.25')],
    ['range', withCell(3, '')],
    ['reconditioning', withCell(4, 'x')],
    ['substitution', withCell(5, '1.2')],
    ['source', withCell(6, '')],
    ['year', withCell(8, '20')],
    ['licence', withCell(9, '')],
  ] as const)('says that the %s of a line is wrong', (fault, line) => {
    expect(readFactorTable([HEADER, BRICK, line])).toEqual({ ok: false, fault, line: 3 })
  })

  it('says what else a file can be', () => {
    expect(readFactorTable([])).toMatchObject({ fault: 'empty' })
    expect(readFactorTable([['a', 'b'], BRICK])).toMatchObject({ fault: 'columns', line: 1 })
    expect(readFactorTable([HEADER, BRICK, BRICK])).toMatchObject({ fault: 'twice', line: 3 })
  })
})

describe('versions', () => {
  const version = (name: string, validFrom: string): FactorVersion => ({
    ...{ version: name, validFrom, rows: [], reason: '', publishedAtMs: 1, publishedBy: null },
  })
  const versions = [
    version('f3', '2026-01-01'),
    version('f2', '2026-07-01'),
    version('f1', '2026-01-01'),
    version('s', '2025-01-01'),
  ]

  it.each([
    ['2024-06-01', 's'],
    ['2025-06-01', 's'],
    ['2026-06-01', 'f3'],
    ['2026-07-01', 'f2'],
  ])('on %s, %s is in force', (day, expected) => {
    expect(inForceOn(versions, day).version).toBe(expected)
  })

  it('are the same in whatever order their rows stand', () => {
    expect(areSameRows(shippedRows(), shippedRows().reverse())).toBe(true)
    expect(areSameRows(shippedRows(), shippedRows().slice(1))).toBe(false)
  })

  it('reckon as the shipped ones when their rows are those', () => {
    const factorSet = factorSetOf('copy', '2025-01-01', shippedRows())
    const trip = { material: 'brick', massG: 2_000_000, straightKm: 15 } as const
    const kept = netBenefit({ ...trip, factorSet: FACTOR_SET })
    expect(netBenefit({ ...trip, factorSet })).toEqual({ ...kept, factorVersion: 'copy' })
  })

  it('count the substitution and the range of a factor', () => {
    const [brick] = shippedRows().filter(({ material }) => material === 'brick')
    const row = { ...brick!, substitution: 0.5, kgCo2ePerKg: 0.2, lowKgCo2ePerKg: 0.1, highKgCo2ePerKg: 0.4 }
    const trip = { material: 'brick', massG: 1_000_000, straightKm: 0, truck: 'van-3.5t' } as const
    const net = netBenefit({ ...trip, factorSet: factorSetOf('v', '2026-01-01', [row]) })
    if (!net.ok) throw new Error('no claim')
    expect(net.avoidedGCO2e).toBe(100_000)
    expect(net.lowG).toBe(50_000 - net.transportG)
    expect(net.highG).toBe(200_000 - net.transportG)
  })
})
