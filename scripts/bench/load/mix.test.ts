import { describe, expect, it } from 'vitest'
import { drawKind, followersOf, MIXES, type KindName } from './mix'
import recorded from './recorded.json'

const WRITES: readonly KindName[] = ['photoSent', 'lotPosted', 'reserved', 'messageSent']

describe.each(Object.entries(MIXES))('the mix «%s»', (_name, mix) => {
  it('sends photos, lots, reservations and messages, and asks as a program does', () => {
    for (const kind of [...WRITES, 'api'] as const) expect(mix[kind], kind).toBeGreaterThan(0)
  })

  it('draws each kind by its share, and what follows a photo never', () => {
    const draws = 20_000
    const drawn = new Map<KindName, number>()
    for (let at = 0; at < draws; at += 1) {
      const kind = drawKind(mix, (at + 0.5) / draws)
      drawn.set(kind, (drawn.get(kind) ?? 0) + 1)
    }
    const followers = new Set(followersOf(mix))
    expect(followers).toContain('lotPosted')
    const own = (Object.entries(mix) as [KindName, number][]).filter(([kind]) => !followers.has(kind))
    const all = own.reduce((sum, [, weight]) => sum + weight, 0)
    expect([...drawn.keys()].sort()).toEqual(own.map(([kind]) => kind).sort())
    for (const [kind, weight] of own)
      expect(Math.abs(drawn.get(kind)! - (draws * weight) / all), kind).toBeLessThan(2)
  })
})

it('has one lot for each photo, as the record has', () => {
  expect(followersOf(MIXES.pages)).toEqual(['lotPosted'])
  const { photoSent, lotPosted, photoSuggestion } = recorded.giveSome.repeat
  expect([photoSent, lotPosted]).toEqual([1, 1])
  const followers = followersOf(MIXES.recorded)
  expect(followers.filter((kind) => kind === 'lotPosted')).toHaveLength(1)
  expect(followers.filter((kind) => kind === 'photoSuggestion').length).toBeGreaterThanOrEqual(
    Math.min(photoSuggestion, recorded.giveSome.first.photoSuggestion),
  )
})
