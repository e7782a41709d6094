import type { Tx } from '~/platform/transaction.server'
import { findMembership } from '../repo.server'

/** Whether a person is a member of an organisation, asked inside the caller's transaction. */
export async function isMember(tx: Tx, organisationId: string, userId: string): Promise<boolean> {
  return (await findMembership(tx, organisationId, userId)) !== null
}
