import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Tx } from '~/platform/transaction.server'
import { insertMembership, insertOrganisation } from '../repo.server'

export type NewOrganisation = {
  name: string
  kind: 'company' | 'association' | 'commune' | 'metropole'
  isGiver: boolean
  isTaker: boolean
  communeCode: string | null
}

/** Founds an organisation with its first member, inside the caller's transaction. */
export async function foundOrganisation(
  tx: Tx,
  organisation: NewOrganisation,
  ownerUserId: string,
): Promise<{ id: string }> {
  const id = newId()
  await insertOrganisation(tx, { ...organisation, id, createdAtMs: nowMs() })
  await insertMembership(tx, { userId: ownerUserId, organisationId: id, role: 'owner' })
  return { id }
}
