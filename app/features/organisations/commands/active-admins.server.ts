import type { Tx } from '~/platform/transaction.server'
import { listActiveAdminIds } from '../repo.server'

/** Who can act for the Métropole, asked inside the caller's transaction. */
export async function activeAdmins(tx: Tx): Promise<string[]> {
  return listActiveAdminIds(tx)
}
