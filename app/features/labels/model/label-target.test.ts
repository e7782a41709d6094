import { describe, expect, it } from 'vitest'
import type { LabelView } from './label'
import { labelTarget, type LabelReader } from './label-target'

const blank: LabelView = {
  code: '00000000',
  organisationId: 'ours',
  lotId: null,
  lotOrganisationId: null,
  draftId: null,
  item: null,
}
const drafted: LabelView = { ...blank, draftId: 'draft' }
const held: LabelView = { ...blank, lotId: 'lot', lotOrganisationId: 'ours' }

const visitor: LabelReader = { organisationId: null, canManage: false, reservationId: null, seesLot: true }
const owner: LabelReader = { ...visitor, organisationId: 'ours', canManage: true }
const stranger: LabelReader = { ...owner, organisationId: 'theirs' }
const unshown = (reader: LabelReader) => ({ ...reader, seesLot: false })

describe('what a label opens', () => {
  it.each([
    ['a lot, its owner', held, owner, { kind: 'acts', lotId: 'lot' }],
    ['a lot, a visitor who sees it', held, visitor, { kind: 'lot', lotId: 'lot' }],
    ['a lot, a stranger who sees it', held, stranger, { kind: 'lot', lotId: 'lot' }],
    [
      'a lot, its taker, even one that is no longer shown',
      held,
      { ...unshown(stranger), reservationId: 'r' },
      { kind: 'reservation', reservationId: 'r' },
    ],
    ['a lot that is not shown, a visitor', held, unshown(visitor), { kind: 'closed' }],
    ['a lot that is not shown, a stranger', held, unshown(stranger), { kind: 'closed' }],
    ['a draft, its owner', drafted, owner, { kind: 'draft', draftId: 'draft' }],
    ['a draft, a stranger', drafted, stranger, { kind: 'closed' }],
    ['a blank label, a giver of its organisation', blank, owner, { kind: 'blank' }],
    [
      'a blank label, someone who publishes no lots',
      blank,
      { ...owner, canManage: false },
      { kind: 'closed' },
    ],
    ['a blank label, a stranger', blank, stranger, { kind: 'closed' }],
    ['a blank label, a visitor', blank, visitor, { kind: 'closed' }],
  ])('%s', (_, label, reader, target) => {
    expect(labelTarget(label, reader)).toEqual(target)
  })
})
