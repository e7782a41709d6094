import { describe, expect, it } from 'vitest'
import { checkCession, isCleared, NO_TERMS, type Cession, type CessionTerms } from './public-checks'
import { SHIPPED_RULES, type PublicRules } from './public-rules'

const RULES = SHIPPED_RULES.rules
const ACT = { reference: 'DEL-2026-041', on: '2026-06-12' }

function cession(changes: Partial<Omit<Cession, 'terms'>> & { terms?: Partial<CessionTerms> } = {}): Cession {
  const { terms, ...others } = changes
  return {
    ...{ giverKind: 'commune', delegation: null, takerKind: 'general-interest', unitPriceCents: 0 },
    ...{ quantityMilli: 10_000, earlierMilli: 0, hasUndertaken: true },
    ...others,
    terms: { ...NO_TERMS, marketUnitCents: 10_000, ...terms },
  }
}

const findingsOf = (of: Cession, rules: Partial<PublicRules> = {}) =>
  checkCession(of, { ...RULES, ...rules }).map(({ finding }) => finding)

describe('a gift by a public body', () => {
  it.each([
    ['to a listed taker', {}, ['kinds-listed', 'ceiling-under', 'resale-undertaken'], true],
    [
      'to a company',
      { takerKind: 'company' },
      ['kinds-unlisted', 'ceiling-under', 'resale-undertaken'],
      false,
    ],
    [
      'to a company, deliberated',
      { takerKind: 'company', terms: { deliberation: ACT } },
      ['kinds-deliberated', 'ceiling-under', 'resale-undertaken'],
      true,
    ],
    [
      'without an estimate',
      { terms: { marketUnitCents: null } },
      ['kinds-listed', 'ceiling-unknown', 'resale-undertaken'],
      false,
    ],
    [
      'without an estimate, deliberated',
      { terms: { marketUnitCents: null, deliberation: ACT } },
      ['kinds-listed', 'ceiling-unknown', 'resale-undertaken'],
      false,
    ],
    [
      'at the ceiling',
      { terms: { marketUnitCents: 30_000 } },
      ['kinds-listed', 'ceiling-under', 'resale-undertaken'],
      true,
    ],
    [
      'a cent over',
      { terms: { marketUnitCents: 30_001 } },
      ['kinds-listed', 'ceiling-over', 'resale-undertaken'],
      false,
    ],
    [
      'over, deliberated',
      { terms: { marketUnitCents: 90_000, deliberation: ACT } },
      ['kinds-listed', 'ceiling-deliberated', 'resale-undertaken'],
      true,
    ],
    [
      'without the promise',
      { hasUndertaken: false },
      ['kinds-listed', 'ceiling-under', 'resale-missing'],
      false,
    ],
  ] as const)('%s', (_, changes, findings, cleared) => {
    const of = cession(changes)
    expect(findingsOf(of)).toEqual(findings)
    expect(isCleared(checkCession(of, RULES))).toBe(cleared)
  })

  it('follows the settings: no ceiling, no promise, no way round', () => {
    const company = cession({
      takerKind: 'company',
      hasUndertaken: false,
      terms: { marketUnitCents: 90_000, deliberation: ACT },
    })
    expect(findingsOf(company, { giftCeilingCents: null, isResaleForbidden: false })).toEqual([
      'kinds-deliberated',
    ])
    expect(findingsOf(company, { isDeliberationAllowing: false })).toEqual([
      'kinds-closed',
      'ceiling-closed',
      'resale-missing',
    ])
    expect(findingsOf(company, { giftKinds: ['company'], giftCeilingCents: 90_000 })[0]).toBe('kinds-listed')
  })
})

describe('a sale by a public body', () => {
  const sale = (changes: Parameters<typeof cession>[0]) =>
    cession({ takerKind: 'company', unitPriceCents: 46_000, ...changes })
  it.each([
    [
      'up to the threshold, delegated',
      { delegation: ACT, terms: { marketUnitCents: 46_000 } },
      ['sale-delegated', 'market-fair'],
      true,
    ],
    [
      'up to the threshold, no delegation',
      { terms: { marketUnitCents: 46_000 } },
      ['sale-undelegated', 'market-fair'],
      false,
    ],
    [
      'up to the threshold, deliberated',
      { terms: { marketUnitCents: 46_000, deliberation: ACT } },
      ['sale-deliberated', 'market-fair'],
      true,
    ],
    [
      'a cent over, delegated',
      { unitPriceCents: 46_001, delegation: ACT, quantityMilli: 10_000 },
      ['sale-over', 'market-fair'],
      false,
    ],
    [
      'over, deliberated',
      { unitPriceCents: 99_000, terms: { deliberation: ACT } },
      ['sale-deliberated', 'market-fair'],
      true,
    ],
    [
      'over with the parts before',
      { unitPriceCents: 20_000, earlierMilli: 14_000, delegation: ACT },
      ['sale-over', 'market-fair'],
      false,
    ],
    [
      'under the estimate',
      { delegation: ACT, terms: { marketUnitCents: 60_000 } },
      ['sale-delegated', 'market-unjustified'],
      false,
    ],
    [
      'under the estimate, justified',
      { delegation: ACT, terms: { marketUnitCents: 60_000, belowMarketReason: 'Chantier d’insertion' } },
      ['sale-delegated', 'market-justified'],
      true,
    ],
    [
      'without an estimate',
      { delegation: ACT, terms: { marketUnitCents: null } },
      ['sale-delegated', 'market-unknown'],
      false,
    ],
  ] as const)('%s', (_, changes, findings, cleared) => {
    const of = sale(changes)
    expect(findingsOf(of)).toEqual(findings)
    expect(isCleared(checkCession(of, RULES))).toBe(cleared)
  })

  it('says what it held against what, on which act and by which text', () => {
    const [check] = checkCession(sale({ delegation: ACT }), RULES)
    expect(check).toMatchObject({ cents: 460_000, limitCents: 460_000, act: ACT, source: RULES.saleSource })
  })

  it('asks no reason for a low price when the settings do not', () => {
    expect(findingsOf(sale({ delegation: ACT }), { isBelowMarketJustified: false })).toEqual([
      'sale-delegated',
    ])
  })
})

it('asks private givers nothing', () => {
  for (const giverKind of [
    'company',
    'association',
    'general-interest',
    'social-economy',
    'school',
  ] as const) {
    expect(checkCession(cession({ giverKind, takerKind: 'company', hasUndertaken: false }), RULES)).toEqual(
      [],
    )
  }
  expect(checkCession(cession({ giverKind: 'public-body' }), RULES)).toHaveLength(3)
})
