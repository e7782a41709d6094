import type { Side } from './machine'

/** Which side of a reservation an organisation is on; null for strangers. */
export function sideOf(
  reservation: { giverOrganisationId: string; takerOrganisationId: string },
  organisationId: string,
): Side | null {
  if (reservation.giverOrganisationId === organisationId) return 'giver'
  if (reservation.takerOrganisationId === organisationId) return 'taker'
  return null
}
