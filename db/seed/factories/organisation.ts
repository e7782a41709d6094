import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { memberships, organisations } from '~db/sqlite/organisations'

export type OrganisationRow = typeof organisations.$inferSelect
export type MembershipRow = typeof memberships.$inferSelect

/** An organisation: by default a company that gives and takes, without a commune. */
export function makeOrganisation(organisation: Partial<OrganisationRow> = {}): OrganisationRow {
  return {
    id: newId(),
    name: 'Curage Modèle',
    siret: null,
    kind: 'company',
    isGiver: true,
    isTaker: true,
    communeCode: null,
    suspendedAtMs: null,
    sharesPhotosSinceMs: null,
    analysesPhotos: true,
    createdAtMs: nowMs(),
    ...organisation,
  }
}

/** A person's membership of an organisation: by default as its owner. */
export function makeMembership(
  membership: Pick<MembershipRow, 'userId' | 'organisationId'> & Partial<MembershipRow>,
): MembershipRow {
  return { role: 'owner', createdAtMs: nowMs(), ...membership }
}
