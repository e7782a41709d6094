import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { insertMembership } from '../repo.server'

/** Makes a person a member inside the caller's transaction; one who is already stays what they are. */
export async function addMember(
  tx: Tx,
  membership: { userId: string; organisationId: string; role: 'owner' | 'member' },
): Promise<void> {
  await insertMembership(tx, { ...membership, createdAtMs: nowMs() })
}
