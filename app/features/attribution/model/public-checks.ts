import type { IsoDay } from '~/core/days'
import { priceOf, type Cents } from '~/core/money'
import { isPublicBody, type OrganisationKind } from '~/features/organisations/model/organisation'
import type { PublicRules } from './public-rules'

/** An act of a council: a deliberation, or the delegation it gave to its mayor. */
export type CouncilAct = { reference: string; on: IsoDay }

/** What a public body says of a lot for the checks. */
export type CessionTerms = {
  /** Estimated value of one unit; null while nobody gave it. */
  marketUnitCents: Cents | null
  belowMarketReason: string
  deliberation: CouncilAct | null
}

export const NO_TERMS: CessionTerms = { marketUnitCents: null, belowMarketReason: '', deliberation: null }

export type Cession = {
  giverKind: OrganisationKind
  delegation: CouncilAct | null
  takerKind: OrganisationKind
  unitPriceCents: Cents
  quantityMilli: number
  /** Of the same lot to the same taker, already accepted or handed over: parts of one sale count together. */
  earlierMilli: number
  terms: CessionTerms
  /** Whether the taker undertook not to sell again what is given. */
  hasUndertaken: boolean
}

export const CHECKED_RULES = ['sale', 'market', 'kinds', 'ceiling', 'resale'] as const
export type CheckedRule = (typeof CHECKED_RULES)[number]

/** What a check found. Each has one sentence that says what it means and, where something is missing, what to do. */
export const FINDINGS = [
  'sale-delegated',
  'sale-deliberated',
  'sale-undelegated',
  'sale-over',
  'market-fair',
  'market-justified',
  'market-unknown',
  'market-unjustified',
  'kinds-listed',
  'kinds-deliberated',
  'kinds-unlisted',
  'kinds-closed',
  'ceiling-under',
  'ceiling-deliberated',
  'ceiling-unknown',
  'ceiling-over',
  'ceiling-closed',
  'resale-undertaken',
  'resale-missing',
] as const
export type Finding = (typeof FINDINGS)[number]

export type Check = {
  rule: CheckedRule
  isMet: boolean
  finding: Finding
  /** The amount or value that was held against the rule; null where none is. */
  cents: Cents | null
  limitCents: Cents | null
  /** Council act that the finding rests on. */
  act: CouncilAct | null
  /** The reason given for a price below the estimate; empty elsewhere. */
  reason: string
  /** The text of law that the rule comes from, as the settings name it. */
  source: string
}

/** What the rules in force say of a cession by a public body; nothing for private givers. */
export function checkCession(cession: Cession, rules: PublicRules): Check[] {
  if (!isPublicBody(cession.giverKind)) return []
  if (cession.unitPriceCents > 0) {
    const market = rules.isBelowMarketJustified ? [checkMarket(cession, rules)] : []
    return [checkSale(cession, rules), ...market]
  }
  const ceiling =
    rules.giftCeilingCents === null ? [] : [checkCeiling(cession, rules, rules.giftCeilingCents)]
  const resale = rules.isResaleForbidden ? [checkResale(cession, rules)] : []
  return [checkKinds(cession, rules), ...ceiling, ...resale]
}

export function isCleared(checks: readonly Check[]): boolean {
  return checks.every(({ isMet }) => isMet)
}

function checkSale(
  { unitPriceCents, quantityMilli, earlierMilli, delegation, terms }: Cession,
  rules: PublicRules,
): Check {
  const cents = priceOf(unitPriceCents, quantityMilli + earlierMilli)
  const found = { ...bare('sale', rules.saleSource), cents, limitCents: rules.saleThresholdCents }
  if (terms.deliberation) return met(found, 'sale-deliberated', terms.deliberation)
  if (cents > rules.saleThresholdCents) return { ...found, finding: 'sale-over' }
  return delegation ? met(found, 'sale-delegated', delegation) : { ...found, finding: 'sale-undelegated' }
}

function checkMarket({ unitPriceCents, terms }: Cession, rules: PublicRules): Check {
  const { marketUnitCents, belowMarketReason } = terms
  const found = { ...bare('market', rules.marketSource), cents: unitPriceCents, limitCents: marketUnitCents }
  if (marketUnitCents === null) return { ...found, finding: 'market-unknown' }
  if (unitPriceCents >= marketUnitCents) return met(found, 'market-fair')
  return belowMarketReason === ''
    ? { ...found, finding: 'market-unjustified' }
    : { ...met(found, 'market-justified'), reason: belowMarketReason }
}

function checkKinds({ takerKind, terms }: Cession, rules: PublicRules): Check {
  const found = bare('kinds', rules.giftKindsSource)
  if (rules.giftKinds.includes(takerKind)) return met(found, 'kinds-listed')
  if (!rules.isDeliberationAllowing) return { ...found, finding: 'kinds-closed' }
  return terms.deliberation
    ? { ...met(found, 'kinds-deliberated', terms.deliberation), source: rules.deliberationSource }
    : { ...found, finding: 'kinds-unlisted' }
}

function checkCeiling({ terms }: Cession, rules: PublicRules, ceiling: Cents): Check {
  const cents = terms.marketUnitCents
  const found = { ...bare('ceiling', rules.giftCeilingSource), cents, limitCents: ceiling }
  if (cents === null) return { ...found, finding: 'ceiling-unknown' }
  if (cents <= ceiling) return met(found, 'ceiling-under')
  if (!rules.isDeliberationAllowing) return { ...found, finding: 'ceiling-closed' }
  return terms.deliberation
    ? { ...met(found, 'ceiling-deliberated', terms.deliberation), source: rules.deliberationSource }
    : { ...found, finding: 'ceiling-over' }
}

function checkResale({ hasUndertaken }: Cession, rules: PublicRules): Check {
  const found = bare('resale', rules.resaleSource)
  return hasUndertaken ? met(found, 'resale-undertaken') : { ...found, finding: 'resale-missing' }
}

type Bare = Omit<Check, 'finding'>

function bare(rule: CheckedRule, source: string): Bare {
  return { rule, isMet: false, cents: null, limitCents: null, act: null, reason: '', source }
}

function met(found: Bare, finding: Finding, act: CouncilAct | null = null): Check {
  return { ...found, isMet: true, finding, act }
}
