import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTION_CRITERIA, readCriteria } from './attribution-criteria'
import { isAgainstOrder, rankRequests, type RankedFacts } from './rank-requests'

function request(id: string, facts: Partial<RankedFacts> = {}): RankedFacts {
  return {
    ...{ reservationId: id, takerOrganisationId: `of-${id}`, kind: 'company', quantityMilli: 4000 },
    ...{ km: 5, isSameCommune: false, requestedAtMs: 100 },
    ...facts,
  }
}

const idsOf = (...ranked: Parameters<typeof rankRequests>) =>
  rankRequests(...ranked).map(({ reservationId }) => reservationId)

describe('the order that criteria propose', () => {
  it('goes by the first criterion that tells two apart, and says which', () => {
    const requests = [
      request('company', { quantityMilli: 9000, requestedAtMs: 1 }),
      request('workshop', { kind: 'social-economy', km: 12 }),
      request('club', { kind: 'association', quantityMilli: 2000, requestedAtMs: 300 }),
      request('near', { kind: 'social-economy', km: 3 }),
    ]
    const ranked = rankRequests(requests, ['association', 'social-economy', 'quantity', 'nearest', 'first'])
    expect(ranked.map(({ reservationId, rank, decidedBy }) => [reservationId, rank, decidedBy])).toEqual([
      ['club', 1, null],
      ['near', 2, 'association'],
      ['workshop', 3, 'nearest'],
      ['company', 4, 'social-economy'],
    ])
  })

  it.each([
    ['general-interest', { kind: 'general-interest' }, { kind: 'association' }],
    ['association', { kind: 'general-interest' }, { kind: 'social-economy' }],
    ['school', { kind: 'school' }, { kind: 'public-body' }],
    ['public-body', { kind: 'commune' }, { kind: 'school' }],
    ['same-commune', { isSameCommune: true }, { isSameCommune: false }],
    ['quantity', { quantityMilli: 4001 }, { quantityMilli: 4000 }],
    ['nearest', { km: 4.9 }, { km: 5 }],
    ['nearest', { km: 80 }, { km: null }],
    ['first', { requestedAtMs: 99 }, { requestedAtMs: 100 }],
  ] as const)('by %s alone', (criterion, ahead, behind) => {
    expect(idsOf([request('a', behind), request('b', ahead)], [criterion])).toEqual(['b', 'a'])
  })

  it('holds distances that a page shows the same for the same', () => {
    const requests = [
      request('a', { km: 5.02, requestedAtMs: 2 }),
      request('b', { km: 5.04, requestedAtMs: 1 }),
    ]
    expect(idsOf(requests, ['nearest'])).toEqual(['b', 'a'])
  })

  it('does not depend on the order in which requests are read, and loses none', () => {
    const facts = fc.record({
      kind: fc.constantFrom('company', 'association', 'general-interest', 'school', 'commune' as const),
      quantityMilli: fc.integer({ min: 1, max: 3 }),
      km: fc.option(fc.integer({ min: 1, max: 3 })),
      isSameCommune: fc.boolean(),
      requestedAtMs: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 8 }),
        fc.shuffledSubarray([...ATTRIBUTION_CRITERIA]),
        (all, criteria) => {
          const requests = all.map((one, index) => request(String(index), one as Partial<RankedFacts>))
          const ranked = rankRequests(requests, criteria)
          expect(rankRequests([...requests].reverse(), criteria)).toEqual(ranked)
          expect(ranked.map(({ rank }) => rank)).toEqual(requests.map((_, index) => index + 1))
        },
      ),
    )
  })
})

describe('an answer against the order', () => {
  const ranking = rankRequests([request('a'), request('b', { requestedAtMs: 200 })], ['first'])
  it.each([
    ['a', 'accepted', false],
    ['b', 'accepted', true],
    ['a', 'refused', true],
    ['b', 'refused', false],
    ['unknown', 'accepted', false],
  ] as const)('%s %s: %s', (id, outcome, expected) => {
    expect(isAgainstOrder(ranking, id, outcome)).toBe(expected)
  })
})

it('reads back known criteria only, each once', () => {
  expect(readCriteria(['first', 'astrology', 'first', 'nearest'])).toEqual(['first', 'nearest'])
})
