import { reader } from '~/platform/db.server'
import { findOpenOrganisationBySiret } from '~/features/organisations/queries.server'
import { readProvenAttempt, type Proven } from './openid-attempt.server'

/** Who waits for an account in this browser, and the organisation here that has their SIRET; null for nobody. */
export async function readProven(
  secret: string | null,
): Promise<{ proven: Proven; organisation: { id: string; name: string } | null } | null> {
  const proven = secret === null ? null : await readProvenAttempt(reader(), secret)
  if (!proven) return null
  return { proven, organisation: await findOpenOrganisationBySiret(proven.siret) }
}
