import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextToSend, pendingOf, roomLeft, uploadReducer, type Upload, type UploadEvent } from './upload-queue'

const photo = (id: string) => ({ id, name: `${id}.jpg`, preview: null })
const after = (...events: UploadEvent[]) => events.reduce<readonly Upload[]>(uploadReducer, [])
const two = { type: 'added', uploads: [photo('a'), photo('b')] } as const

describe('the queue of photos to send', () => {
  it('sends one at a time, in order', () => {
    expect(nextToSend(after(two))?.id).toBe('a')
    expect(nextToSend(after(two, { type: 'started', id: 'a' }))).toBeNull()
    expect(nextToSend(after(two, { type: 'started', id: 'a' }, { type: 'sent', id: 'a' }))?.id).toBe('b')
  })

  it('goes on after a failure, and sends the failed one again when asked', () => {
    const failed = after(
      two,
      { type: 'started', id: 'a' },
      { type: 'failed', id: 'a', error: 'illisible', canRetry: true },
    )
    expect(failed[0]).toMatchObject({ status: 'failed', error: 'illisible' })
    expect(nextToSend(failed)?.id).toBe('b')
    const again = uploadReducer(failed, { type: 'retried', id: 'a' })
    expect(again[0]).toMatchObject({ status: 'waiting', error: null })
    expect(nextToSend(again)?.id).toBe('a')
  })

  it('forgets a removed photo even when its answer comes later', () => {
    const removed = after(
      two,
      { type: 'started', id: 'a' },
      { type: 'removed', id: 'a' },
      { type: 'sent', id: 'a' },
    )
    expect(removed.map(({ id }) => id)).toEqual(['b'])
  })

  it.each([
    [null, after()],
    ['sending', after(two)],
    ['sending', after(two, { type: 'failed', id: 'a', error: '', canRetry: true })],
    ['failed', after(two, { type: 'failed', id: 'a', error: '', canRetry: true }, { type: 'sent', id: 'b' })],
    [null, after(two, { type: 'sent', id: 'a' }, { type: 'sent', id: 'b' })],
  ] as const)('holds publishing for: %s', (pending, uploads) => {
    expect(pendingOf(uploads)).toBe(pending)
  })

  it('never counts room below zero', () => {
    expect(roomLeft(after(two), 8)).toBe(6)
    expect(roomLeft(after(two), 1)).toBe(0)
  })

  it('empties whatever fails on the way, if each photo is tried again and sent', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (outcomes) => {
        let uploads = after(two, { type: 'added', uploads: [photo('c')] })
        for (const succeeds of [...outcomes, true, true, true, true, true, true]) {
          const failed = uploads.find(({ status }) => status === 'failed')
          if (failed) uploads = uploadReducer(uploads, { type: 'retried', id: failed.id })
          const next = nextToSend(uploads)
          if (!next) break
          uploads = uploadReducer(uploads, { type: 'started', id: next.id })
          uploads = uploadReducer(
            uploads,
            succeeds
              ? { type: 'sent', id: next.id }
              : { type: 'failed', id: next.id, error: 'x', canRetry: true },
          )
        }
        expect(pendingOf(uploads)).toBeNull()
        expect(uploads).toHaveLength(3)
      }),
    )
  })
})
