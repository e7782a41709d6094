import { describe, expect, it } from 'vitest'
import { filterHandovers, handoverQuery } from './handover-filters'
import type { LedgerRow } from './ledger-row'

const row = (handedOverOn: string, material: LedgerRow['material']) =>
  ({ handedOverOn, material, massG: 1 }) as LedgerRow

describe('a list of handovers', () => {
  it('keeps the month and family asked for', () => {
    const rows = [row('2026-03-01', 'door'), row('2026-03-31', 'brick'), row('2026-12-01', 'door')]
    expect(filterHandovers(rows, { mois: 3, famille: 'door' })).toEqual([rows[0]])
    expect(filterHandovers(rows, { mois: 12 })).toEqual([rows[2]])
    expect(filterHandovers(rows, {})).toEqual(rows)
  })

  it('has an address that says no more than it needs', () => {
    expect(handoverQuery({ annee: 2026, perimetre: 'annee' })).toBe('?annee=2026')
    expect(handoverQuery({ annee: 2026, perimetre: 'taux', mois: 3, famille: 'door' })).toBe(
      '?annee=2026&perimetre=taux&mois=3&famille=door',
    )
  })
})
