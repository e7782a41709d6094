import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { can, type Actor } from '../model/permissions'
import { findOrganisationRow, updateOrganisation } from '../repo.server'

type SetPhotoAnalysis = { actor: Actor; analyses: boolean }

/**
 * Whether the classifier looks at an organisation's photos, as an owner decides. From the next read on, nothing is
 * suggested; what the model had said of its photos is then erased. What people chose stays as it is.
 */
export async function setPhotoAnalysis({ actor, analyses }: SetPhotoAnalysis): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  const id = actor.organisationId
  return withTx(async (tx) => {
    const current = await findOrganisationRow(tx, id)
    if (!current) return refused('forbidden')
    if (current.analysesPhotos === analyses) return ok(null)
    await updateOrganisation(tx, id, { analysesPhotos: analyses })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: id,
      kind: analyses ? 'photos-analysed' : 'photos-not-analysed',
      actorUserId: actor.userId,
    })
    if (!analyses) await tell(tx, 'organisation.photos-not-analysed', { organisationId: id })
    return ok(null)
  })
}
