import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from './reservation-view'
import { withdrawnSlot } from './withdrawn-slot'

const slot = { on: '2026-09-20', part: 'morning' } as const
const later = { on: '2026-09-22', part: 'afternoon' } as const
const entry = (
  kind: TimelineEntry['kind'],
  atMs: number,
  of: TimelineEntry['slot'] = null,
): TimelineEntry => ({
  ...{ kind, atMs, slot: of },
  ...{
    who: null,
    criterion: null,
    reason: null,
    massG: null,
    cause: null,
    signedElsewhere: null,
    outcome: null,
    doneAtMs: null,
  },
})
const agreed = entry('pickup-agreed', 2, slot)
const none = { pickupOn: null, pickupPart: null, pickupProposedBy: null, pickupAgreedAtMs: null }
const fields = (atMs: number | null, of = slot as TimelineEntry['slot']) => ({
  pickupOn: of!.on,
  pickupPart: of!.part,
  pickupProposedBy: 'taker' as const,
  pickupAgreedAtMs: atMs,
})

describe('withdrawnSlot', () => {
  it.each([
    [
      'nothing was agreed',
      [entry('pickup-proposed', 1, slot)],
      { ...fields(null), status: 'accepted' },
      null,
    ],
    ['it stands', [agreed], { ...fields(2), status: 'scheduled' }, null],
    ['it stands in a dispute', [agreed, entry('disputed', 3)], { ...fields(2), status: 'disputed' }, null],
    [
      'another was proposed',
      [agreed, entry('pickup-proposed', 3, later)],
      { ...fields(null, later), status: 'accepted' },
      { slot, atMs: 3 },
    ],
    [
      'others were offered',
      [agreed, entry('slots-offered', 4)],
      { ...none, status: 'accepted' },
      { slot, atMs: 4 },
    ],
    [
      'it was cancelled',
      [agreed, entry('cancelled', 5)],
      { ...fields(2), status: 'cancelled' },
      { slot, atMs: 5 },
    ],
    [
      'another is agreed',
      [agreed, entry('pickup-proposed', 3, later), entry('pickup-agreed', 4, later)],
      { ...fields(4, later), status: 'scheduled' },
      null,
    ],
    ['it was collected', [agreed, entry('collected', 6)], { ...fields(2), status: 'collected' }, null],
  ] as const)('%s', (_, timeline, view, expected) => {
    expect(withdrawnSlot(timeline, view)).toEqual(expected)
  })
})
