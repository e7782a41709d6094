/** What an organisation says it is; rules of attribution and of public cessions read it. */
export const ORGANISATION_KINDS = [
  'company',
  'association',
  'general-interest',
  'social-economy',
  'school',
  'public-body',
  'commune',
  'metropole',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** What people may found themselves; the Métropole's team sets up communes. */
export const SELF_FOUNDED_KINDS = [
  'company',
  'association',
  'general-interest',
  'social-economy',
  'school',
  'public-body',
] as const satisfies readonly OrganisationKind[]

/** Whether people founded it themselves, and so may change what it is. */
export function isSelfFounded(kind: OrganisationKind): boolean {
  return SELF_FOUNDED_KINDS.some((founded) => founded === kind)
}

/** Whether its goods are public property, which it cedes under the rules for public bodies. */
export function isPublicBody(kind: OrganisationKind): boolean {
  return kind === 'commune' || kind === 'metropole' || kind === 'public-body'
}

export const MEMBERSHIP_ROLES = ['owner', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

/** What an organisation does on the marketplace; it may do both. */
export const SIDES = ['gives', 'takes'] as const
