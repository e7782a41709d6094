import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { findOrganisationRow, updateOrganisation } from '../repo.server'

/** Notes whether an organisation shares its photos, inside the caller's transaction; says whether that is new. */
export async function setPhotoConsent(tx: Tx, organisationId: string, agrees: boolean): Promise<boolean> {
  const organisation = await findOrganisationRow(tx, organisationId)
  if (!organisation || (organisation.sharesPhotosSinceMs !== null) === agrees) return false
  return updateOrganisation(tx, organisationId, { sharesPhotosSinceMs: agrees ? nowMs() : null })
}
