import { expect, it } from 'vitest'
import { GATHERED_WITHIN_MS } from './limits'
import { foundPath, gatheringOf, searchPath } from './saved-search'

const OWNER = { kind: 'subscriber', id: 'x' } as const
const at = (instant: string) => Date.parse(instant)

it.each([
  // In Paris it is still the 15th at 21:59 UTC, the 16th a minute later.
  ['daily', '2026-09-15T21:59:00Z', 'subscriber:x:daily:2026-09-15', '2026-09-16T05:00:00Z', '2026-09-16'],
  ['daily', '2026-09-15T22:00:00Z', 'subscriber:x:daily:2026-09-16', '2026-09-17T05:00:00Z', '2026-09-17'],
  // 2026-09-20 is a Sunday: its week ends that night, and is told on Monday.
  ['weekly', '2026-09-20T12:00:00Z', 'subscriber:x:weekly:2026-09-14', '2026-09-21T05:00:00Z', '2026-09-21'],
  ['weekly', '2026-09-21T12:00:00Z', 'subscriber:x:weekly:2026-09-21', '2026-09-28T05:00:00Z', '2026-09-28'],
] as const)('gathers %s what is found at %s', (pace, found, key, due, until) => {
  expect(gatheringOf(OWNER, pace, at(found))).toEqual({ key, atMs: at(due), until })
})

it('gathers at once what is found within the same few seconds, always after it is found', () => {
  const start = Math.ceil(at('2026-09-15T10:00:00Z') / GATHERED_WITHIN_MS) * GATHERED_WITHIN_MS
  const [first, last, next] = [start, start + GATHERED_WITHIN_MS - 1, start + GATHERED_WITHIN_MS].map((ms) =>
    gatheringOf(OWNER, 'immediate', ms),
  )
  expect(first).toEqual({ key: first!.key, atMs: start + GATHERED_WITHIN_MS, until: null })
  expect(last).toEqual(first)
  expect(next!.key).not.toBe(first!.key)
})

it('tells people apart from addresses of the same id', () => {
  const keyOf = (kind: 'user' | 'subscriber') => gatheringOf({ kind, id: 'x' }, 'daily', 0).key
  expect(keyOf('user')).not.toBe(keyOf('subscriber'))
})

it('leads to the page of a search and of what it found', () => {
  expect(searchPath({ subject: 'lots', query: '?q=porte' })).toBe('/lots?q=porte')
  expect(searchPath({ subject: 'needs', query: '' })).toBe('/besoins')
  expect(foundPath('lots', 'a')).toBe('/lots/a')
  expect(foundPath('needs', 'a')).toBe('/besoins/a')
})
