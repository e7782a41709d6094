import { describe, expect, it } from 'vitest'
import type { LedgerRow } from './ledger-row'
import { groupOf, shownTo } from './shown-handover'

function row(seq: number, more: Partial<LedgerRow> = {}): LedgerRow {
  return {
    seq,
    kind: 'handover',
    handoverId: `handover-${seq}`,
    reservationId: `reservation-${seq}`,
    giverOrganisationId: 'giver',
    takerOrganisationId: 'taker',
    lotId: `lot-${seq}`,
    lotReference: `L-${seq}`,
    lotTitle: 'Briques',
    siteId: 'site',
    siteName: 'École',
    material: 'brick',
    massG: 1000 * seq,
    handedOverOn: '2026-09-15',
    receivedAtMs: 0,
    fromCommuneCode: '93066',
    fromCommuneName: 'Rosny-sous-Bois',
    toCommuneCode: '93048',
    toCommuneName: 'Montreuil',
    straightM: 9000,
    netAvoidedGCo2e: null,
    ...more,
  }
}

const entries = [
  { row: row(1) },
  { row: row(2, { kind: 'replacement' }) },
  { row: row(3, { fromCommuneCode: '93048' }) },
]
const nobody = { mayFollow: () => false, withheld: [{ seq: 3 }] }

describe('shownTo', () => {
  it('leaves the few handovers of a commune out, and says neither how many nor their mass', () => {
    const { shown, ...rest } = shownTo(entries, nobody)
    expect(shown.map(({ row: { seq } }) => seq)).toEqual([1, 2])
    expect(rest).toEqual({ isPartial: true })
    expect(shown.map(({ row: { isCorrected } }) => isCorrected)).toEqual([false, true])
  })

  it('tells those without rights nothing of the lot, the site, the parties or the day', () => {
    const text = JSON.stringify(shownTo(entries, { ...nobody, withheld: [] }))
    for (const secret of ['lot-', 'L-1', 'Briques', 'École', 'site', 'giver', 'taker', 'reservation-']) {
      expect(text).not.toContain(secret)
    }
    expect(text).not.toContain('handover-')
    expect(text).not.toContain('2026-09-15')
  })

  it('shows those with rights their rows whole, however few', () => {
    const { shown, isPartial } = shownTo(entries, { ...nobody, mayFollow: ({ seq }) => seq === 3 })
    expect(isPartial).toBe(false)
    expect(shown[2]?.row.own).toMatchObject({ handoverId: 'handover-3', day: '2026-09-15' })
    expect(shown[0]?.row.own).toBeNull()
  })

  it('groups by commune of departure and year', () => {
    expect(groupOf(row(1, { handedOverOn: '2025-12-31' }))).toBe('93066 2025')
  })
})
