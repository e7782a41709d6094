import type { Tx } from '~/platform/transaction.server'
import { findBySiret } from '../repo.server'

/** Whether an organisation, other than `exceptId`, has this SIRET; none is never taken. */
export async function isSiretTaken(tx: Tx, siret?: string | null, exceptId?: string): Promise<boolean> {
  const owner = siret ? await findBySiret(tx, siret) : null
  return owner !== null && owner.id !== exceptId
}
