import type { OrganisationKind } from '~/features/organisations/model/organisation'

/** What a giver may go by to attribute a lot; the order in which it lists them is the order in which they count. */
export const ATTRIBUTION_CRITERIA = [
  'general-interest',
  'association',
  'social-economy',
  'school',
  'public-body',
  'same-commune',
  'quantity',
  'nearest',
  'first',
] as const
export type AttributionCriterion = (typeof ATTRIBUTION_CRITERIA)[number]

/** How many criteria a giver may list: more than anyone could follow is no rule. */
export const MAX_CRITERIA = 5

/** Who each criterion about the kind of organisation puts first. Associations are of the social economy (law 2014-856, article 1). */
export const KINDS_OF: Readonly<Partial<Record<AttributionCriterion, readonly OrganisationKind[]>>> = {
  'general-interest': ['general-interest'],
  association: ['association', 'general-interest'],
  'social-economy': ['social-economy', 'association', 'general-interest'],
  school: ['school'],
  'public-body': ['public-body', 'commune', 'metropole'],
}

/** Where the criteria of a lot come from; `none` means that its giver published no criteria. */
export type CriteriaSource = 'lot' | 'organisation' | 'none'

export type CriteriaInForce = {
  criteria: readonly AttributionCriterion[]
  source: CriteriaSource
}

/** Without published criteria, requests are shown in the order in which they came, and nothing is asked of the giver. */
export const NO_CRITERIA: CriteriaInForce = { criteria: ['first'], source: 'none' }

/** Criteria as a database keeps them: unknown ones and repeats are left out. */
export function readCriteria(stored: readonly string[]): AttributionCriterion[] {
  const known = stored.flatMap((name) => ATTRIBUTION_CRITERIA.find((criterion) => criterion === name) ?? [])
  return [...new Set(known)]
}

export function isSameCriteria(
  a: readonly AttributionCriterion[],
  b: readonly AttributionCriterion[],
): boolean {
  return a.length === b.length && a.every((criterion, index) => criterion === b[index])
}
