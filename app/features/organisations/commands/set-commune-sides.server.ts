import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { can, type Actor } from '../model/permissions'
import { findOrganisationRow, updateOrganisation } from '../repo.server'

type SetCommuneSides = { actor: Actor; isGiver: boolean; isTaker: boolean }

/** Whether a commune gives and takes materials itself, as its owner says; `forbidden` to other organisations. */
export async function setCommuneSides({ actor, isGiver, isTaker }: SetCommuneSides): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  const id = actor.organisationId
  return withTx(async (tx) => {
    const current = await findOrganisationRow(tx, id)
    if (current?.kind !== 'commune') return refused('forbidden')
    await updateOrganisation(tx, id, { isGiver, isTaker })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: id,
      kind: 'updated',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
