import { ok, refused, type Result } from '~/core/result'
import { setPhotoConsent } from '~/features/organisations/commands/set-photo-consent.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { deleteExamplesOf } from '../repo.server'

/**
 * Says for an organisation whether its photos may teach the classifier. Withdrawing removes its examples in the same
 * transaction; saying again what is so already changes nothing. For owners only (`forbidden`).
 */
export async function changePhotoConsent(input: { actor: Actor; agrees: boolean }): Promise<Result<null>> {
  const { actor, agrees } = input
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  const { organisationId } = actor
  return withTx(async (tx) => {
    if (!(await setPhotoConsent(tx, organisationId, agrees))) return ok(null)
    const removed = agrees ? 0 : await deleteExamplesOf(tx, organisationId)
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: agrees ? 'photos-shared' : 'photos-unshared',
      actorUserId: actor.userId,
      ...(!agrees && { detail: { removed } }),
    })
    return ok(null)
  })
}
