import { describe, expect, it } from 'vitest'
import { newFieldDraft, type FieldDraft } from './field-draft'
import type { FieldLabel, FieldLot, FieldReservation } from './field-facts'
import { keptTarget, mayTake } from './kept-label'

const ME = { userId: 'me', name: 'Aïcha', organisationId: 'org' }
const lot = { id: 'own' } as FieldLot
const handover = { id: 'r1', lotId: 'own', side: 'giver' } as FieldReservation
const pickup = { id: 'r2', lotId: 'theirs', side: 'taker' } as FieldReservation
const labels: FieldLabel[] = [
  { code: 'OWN', lotId: 'own', item: 2 },
  { code: 'TAKEN', lotId: 'theirs', item: null },
  { code: 'BLANK', lotId: null, item: null },
  { code: 'GONE', lotId: 'not-kept', item: null },
]
const facts = { lots: [lot], reservations: [handover, pickup], labels }

function draft(label: string | null, change: Partial<FieldDraft> = {}): FieldDraft {
  return { ...newFieldDraft(ME, {}, 1000, label), ...change }
}

describe('what a code opens without a network', () => {
  it('is the own lot with its piece and handovers, the pickup, a blank label, or nothing that is kept', () => {
    expect(keptTarget('OWN', facts, [])).toEqual({ kind: 'lot', lot, item: 2, reservations: [handover] })
    expect(keptTarget('TAKEN', facts, [])).toEqual({
      kind: 'reservation',
      item: null,
      reservations: [pickup],
    })
    expect(keptTarget('BLANK', facts, [])).toEqual({ kind: 'blank' })
    for (const code of ['GONE', 'NEVER']) expect(keptTarget(code, facts, [])).toEqual({ kind: 'unknown' })
  })

  it('is the draft that has it, until the server gave the label to another', () => {
    const mine = draft('BLANK')
    expect(keptTarget('BLANK', facts, [draft(null), mine])).toEqual({ kind: 'draft', draft: mine })
    expect(keptTarget('BLANK', facts, [draft('BLANK', { labelFault: 'taken' })])).toEqual({ kind: 'blank' })
  })

  it('reads drafts that an earlier version kept, which have no label', () => {
    const earlier = draft(null)
    delete earlier.label
    delete earlier.labelFault
    expect(keptTarget('BLANK', facts, [earlier])).toEqual({ kind: 'blank' })
  })

  it('lets a draft take what is blank, what is not known here and what it has already', () => {
    const mine = draft('BLANK')
    const may = (code: string, drafts: FieldDraft[]) => mayTake(keptTarget(code, facts, drafts), mine.id)
    expect([may('BLANK', []), may('NEVER', []), may('BLANK', [mine])]).toEqual([true, true, true])
    expect([may('OWN', []), may('TAKEN', []), may('BLANK', [draft('BLANK')])]).toEqual([false, false, false])
  })
})
