export type OrganisationKind = 'company' | 'association' | 'commune' | 'metropole'

/** What people may found themselves; the Métropole's team sets up communes. */
export const SELF_FOUNDED_KINDS = ['company', 'association'] as const

export const MEMBERSHIP_ROLES = ['owner', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

/** What an organisation does on the marketplace; it may do both. */
export const SIDES = ['gives', 'takes'] as const
