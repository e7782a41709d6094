export type OrganisationKind = 'company' | 'association' | 'commune' | 'metropole'

/** What people may found themselves; the Métropole's team sets up communes. */
export const SELF_FOUNDED_KINDS = ['company', 'association'] as const

export const MEMBERSHIP_ROLES = ['owner', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

/** Fourteen digits as they are read aloud: «732 829 320 00074». */
export function spacedSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
}
