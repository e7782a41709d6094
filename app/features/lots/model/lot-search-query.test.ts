import { describe, expect, it } from 'vitest'
import { lotSearchQuery, widerRadius } from './lot-search-query'

const all = { q: '', page: 1 }

describe('the address of a search', () => {
  it.each([
    ['', all, {}],
    ['?q=parquet+ch%C3%AAne', { ...all, q: 'parquet chêne' }, {}],
    [
      '?q=a&materiau=brick&commune=93048&rayon=10',
      { ...all, q: 'a', materiau: 'brick', commune: '93048', rayon: 10 },
      {},
    ],
    ['?commune=93048', { ...all, commune: '93048', rayon: 10 }, { rayon: undefined }],
    ['', { ...all, commune: '93048', rayon: 10 }, { commune: undefined }],
    ['?page=3', { ...all, page: 2 }, { page: 3 }],
    ['?materiau=door', { ...all, page: 2 }, { materiau: 'door' }],
  ] as const)('is %s', (query, search, changes) => {
    expect(lotSearchQuery(search, changes)).toBe(query)
  })
})

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
