import type { MembershipRole, OrganisationKind } from '~/features/organisations/model/organisation'

type Place = {
  organisationId: string
  organisationName: string
  kind: OrganisationKind
  communeCode: string | null
  communeName: string | null
}

/** A member of a commune's organisation or of the Métropole's team. */
export type Agent = Place & {
  userId: string
  name: string
  email: string
  role: MembershipRole
  suspendedAtMs: number | null
  organisationClosedAtMs: number | null
  lastSeenAtMs: number | null
}

/** An invitation into one of those that nobody has accepted yet. */
export type OfficialInvitation = Place & {
  email: string
  role: MembershipRole | null
  expiresAtMs: number
}

/** The rows of one commune, or all of them; the Métropole's team belongs to no commune. */
export function ofCommune<Row extends Place>(rows: readonly Row[], communeCode?: string): Row[] {
  if (!communeCode) return [...rows]
  return rows.filter((row) => row.kind === 'commune' && row.communeCode === communeCode)
}
