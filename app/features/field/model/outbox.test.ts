import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeDraft,
  FIELD_CAUSES,
  newFieldDraft,
  readyDraft,
  reopenedDraft,
  withPhotos,
} from './field-draft'
import type { FieldDraft, FieldPhoto } from './field-draft'
import { blankAnswers, type FieldHandover } from './field-handover'
import {
  afterHandover,
  afterLot,
  afterPhoto,
  countOutbox,
  countUnsent,
  lateDays,
  nextRetryAtMs,
  nextToSend,
  pauseMs,
  retried,
  stopsAll,
} from './outbox'

const ME = { userId: 'me', name: 'Aïcha', organisationId: 'org' }
const DAY_MS = 86_400_000

function photo(id: string, change: Partial<FieldPhoto> = {}): FieldPhoto {
  return { id, name: `${id}.jpg`, status: 'waiting', cause: null, ...change }
}

function draft(change: Partial<FieldDraft> = {}, photos: readonly FieldPhoto[] = []): FieldDraft {
  return { ...withPhotos(newFieldDraft(ME, {}, 1000), photos, 1000), ...change }
}

function handover(change: Partial<FieldHandover> = {}): FieldHandover {
  return {
    ...blankAnswers({ massKg: '12', signedName: 'Aïcha', operator: '' }),
    ...{ id: 'check', ownerUserId: 'me', ownerName: 'Aïcha', reservationId: 'r', label: 'GIS', counted: '3' },
    ...{ countedAtMs: 1, state: 'ready', cause: null },
    ...{ faults: {}, attempts: 0, retryAtMs: 0, readyAtMs: 1 },
    ...change,
  }
}

const queue = (drafts: FieldDraft[], handovers: FieldHandover[] = []) => ({ drafts, handovers })

describe('nextToSend', () => {
  it('takes signed handovers, then the oldest ready draft, its photos before itself, then photos of drafts', () => {
    const older = readyDraft(draft({ id: 'older' }, [photo('a'), photo('b')]), 10)
    const newer = readyDraft(draft({ id: 'newer' }), 20)
    const writing = draft({ id: 'writing' }, [photo('c')])
    const drafts = [writing, newer, older]
    expect(nextToSend(queue(drafts, [handover()]), 'me', 0)).toMatchObject({ kind: 'handover' })
    expect(nextToSend(queue(drafts), 'me', 0)).toMatchObject({ kind: 'photo', photo: { id: 'a' } })
    const sent = ['a', 'b'].reduce((at, id) => afterPhoto(at, id, { ok: true }, 0), older)
    expect(nextToSend(queue([writing, newer, sent]), 'me', 0)).toMatchObject({
      kind: 'lot',
      draft: { id: 'older' },
    })
    expect(nextToSend(queue([writing]), 'me', 0)).toMatchObject({ kind: 'photo', photo: { id: 'c' } })
  })

  it('never sends what another account wrote, what is sent, nor a lot still being written', () => {
    const others = readyDraft(draft({ ownerUserId: 'someone' }), 1)
    expect(nextToSend(queue([others, draft(), draft({ state: 'sent' })]), 'me', 0)).toBeNull()
  })

  it('lets one that failed on its own wait without holding up the others, and comes back to it', () => {
    const failing = afterLot(readyDraft(draft({ id: 'failing' }), 1), { ok: false, cause: 'server' }, 500)
    const next = readyDraft(draft({ id: 'next' }), 2)
    expect(nextToSend(queue([failing, next]), 'me', 499)).toMatchObject({ draft: { id: 'next' } })
    expect(nextRetryAtMs(queue([failing, next]), 'me')).toBe(500)
    expect(nextToSend(queue([failing]), 'me', 500)).toMatchObject({ draft: { id: 'failing' } })
  })

  it('leaves to a person what the server refused, until it is tried again by hand', () => {
    const faults = { quantity: ['Indiquez une quantité.'] }
    const refused = afterLot(readyDraft(draft(), 1), { ok: false, cause: 'refused', faults }, 500)
    expect(refused.faults).toEqual(faults)
    expect(nextToSend(queue([refused]), 'me', Infinity)).toBeNull()
    expect(nextToSend(queue([retried(refused)]), 'me', 0)).toMatchObject({ kind: 'lot' })
  })
})

describe('what becomes of a sending', () => {
  it('keeps a network or session fault from counting as a failure of the entry', () => {
    for (const cause of FIELD_CAUSES) {
      const after = afterLot(readyDraft(draft(), 1), { ok: false, cause }, 500)
      expect(after.state).toBe('ready')
      expect(after.attempts).toBe(stopsAll(cause) ? 0 : 1)
    }
  })

  it('sends photos again that the server no longer has', () => {
    const ready = readyDraft(draft({}, [photo('a', { status: 'sent' }), photo('b', { status: 'sent' })]), 1)
    const after = afterLot(ready, { ok: false, cause: 'server', missingPhotoIds: ['b'] }, 500)
    expect(after.photos.map(({ status }) => status)).toEqual(['sent', 'waiting'])
    expect(nextToSend(queue([after]), 'me', 500)).toMatchObject({ kind: 'photo', photo: { id: 'b' } })
  })

  it('ends a handover once it is there', () => {
    expect(afterHandover(handover({ cause: 'offline' }), { ok: true }, 0)).toMatchObject({
      state: 'sent',
      cause: null,
    })
  })

  it('sends everything in the end, one thing at a time, whatever fails on the way', () => {
    const causes = fc.constantFrom('offline' as const, 'server' as const, 'busy' as const, 'session' as const)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
        fc.array(causes, { maxLength: 20 }),
        (counts, failures) => {
          let drafts = counts.map((count, at) =>
            readyDraft(
              draft(
                { id: `d${at}` },
                Array.from({ length: count }, (_, index) => photo(`p${at}-${index}`)),
              ),
              at + 1,
            ),
          )
          const left = [...failures]
          const most = failures.length + counts.reduce((sum, count) => sum + count + 1, 0)
          for (let steps = 0; steps < most; steps++) {
            const next = nextToSend(queue(drafts), 'me', Infinity)
            if (!next || next.kind === 'handover') break
            const cause = left.shift()
            const outcome = cause ? ({ ok: false, cause } as const) : ({ ok: true } as const)
            drafts = drafts.map((entry) => {
              if (entry.id !== next.draft.id) return entry
              return next.kind === 'photo'
                ? afterPhoto(entry, next.photo.id, outcome, 0)
                : afterLot(entry, outcome, 0)
            })
          }
          expect(countUnsent(queue(drafts))).toBe(0)
        },
      ),
    )
  })
})

describe('what the strip tells', () => {
  it('counts photos and lots that go by themselves, and apart what waits for a person', () => {
    const going = readyDraft(draft({}, [photo('a', { status: 'sent' }), photo('b')]), 1)
    const refused = afterLot(readyDraft(draft(), 1), { ok: false, cause: 'refused' }, 0)
    const others = readyDraft(draft({ ownerUserId: 'someone' }), 1)
    const all = queue([going, refused, draft(), others], [handover(), handover({ state: 'sent' })])
    expect(countOutbox(all, 'me')).toEqual({ photos: 1, lots: 1, handovers: 1, refused: 1 })
    expect(countUnsent(all)).toBe(5)
  })

  it('says from the second day on for how long something has not been sent', () => {
    expect(lateDays(0, 2 * DAY_MS - 1)).toBeNull()
    expect(lateDays(0, 2 * DAY_MS)).toBe(2)
    expect(lateDays(null, 9 * DAY_MS)).toBeNull()
  })

  it('pauses twice as long after each failure, up to five minutes, less a random half', () => {
    expect([1, 2, 3].map((failures) => pauseMs(failures, 0))).toEqual([2000, 4000, 8000])
    expect(pauseMs(50, 0)).toBe(300_000)
    expect(pauseMs(1, 0.9999)).toBe(1000)
  })
})

describe('a draft', () => {
  it('forgets what the server said of an answer once it changes, and keeps what a person chose apart', () => {
    const refused = draft({ faults: { quantity: ['Non'], material: ['Non'] }, chosen: ['quantity'] })
    const changed = changeDraft(refused, { answers: { quantity: '3' }, chosen: ['material'] }, 5)
    expect(changed).toMatchObject({ faults: { material: ['Non'] }, chosen: ['quantity', 'material'] })
  })

  it('goes back to be written on, but never once it is sent', () => {
    expect(reopenedDraft(readyDraft(draft(), 9))).toMatchObject({ state: 'writing', readyAtMs: null })
    expect(readyDraft(draft({ state: 'sent' }), 9).state).toBe('sent')
    expect(reopenedDraft(draft({ state: 'sent' })).state).toBe('sent')
  })
})
