import type { Tx } from '~/platform/transaction.server'
import { findOwnedLine } from '../repo.server'

/** Whether a line belongs to the inventory of a site of the organisation, asked inside the caller's transaction. */
export async function isLineOfSite(
  tx: Tx,
  owner: { organisationId: string; siteId: string },
  lineId: string,
): Promise<boolean> {
  return (await findOwnedLine(tx, owner, lineId)) !== null
}
