import { describe, expect, it } from 'vitest'
import { sharedParams, widerRadius } from './shared-search'

describe('a wider radius', () => {
  it.each([
    [undefined, 5],
    [5, 10],
    [7, 10],
    [30, null],
    [60, null],
  ])('after %s is %s', (radius, wider) => {
    expect(widerRadius(radius)).toBe(wider)
  })
})

describe('the parameters of the shared filters', () => {
  it.each([
    ['', { q: '' }],
    ['commune=93048&rayon=10', { q: '', commune: '93048', rayon: 10 }],
    ['', { q: '', rayon: 10 }],
    ['quantite=2.5&unite=t', { q: '', quantite: 2500, unite: 't' }],
    ['', { q: '', quantite: 2500 }],
    ['', { q: '', unite: 't' }],
  ] as const)('are «%s»', (query, search) => {
    expect(sharedParams(search).toString()).toBe(query)
  })
})
