import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordChange } from '~/platform/changes.server'
import type { Tx } from '~/platform/transaction.server'
import type { OrganisationKind } from '../model/organisation'
import { insertOrganisation } from '../repo.server'
import { addMember } from './add-member.server'

export type NewOrganisation = {
  name: string
  /** Fourteen digits that the caller has checked to be free. */
  siret?: string | null
  kind: OrganisationKind
  isGiver: boolean
  isTaker: boolean
  communeCode: string | null
}

/** Founds an organisation with its first member, or none yet, inside the caller's transaction. */
export async function foundOrganisation(
  tx: Tx,
  organisation: NewOrganisation,
  founder: { ownerUserId: string | null; actorUserId?: string | null },
): Promise<{ id: string }> {
  const id = newId()
  const { ownerUserId, actorUserId = ownerUserId } = founder
  await insertOrganisation(tx, { ...organisation, id, createdAtMs: nowMs() })
  if (ownerUserId) await addMember(tx, { userId: ownerUserId, organisationId: id, role: 'owner' })
  await recordChange(tx, { entity: 'organisation', entityId: id, kind: 'founded', actorUserId })
  return { id }
}
