import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { blurRightOf } from '~/features/photos/model/blur-right'
import { findPhotoToBlur } from '~/features/photos/queries/blurs.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { setDismissed } from '../repo.server'

/**
 * Says that there is nothing to blur in a photo: the warning goes. Again changes nothing. For whoever may blur it (else
 * `not-found`).
 */
export async function dismissSightings(input: { actor: Actor; photoId: string }): Promise<Result<null>> {
  const { actor, photoId } = input
  const photo = await findPhotoToBlur(photoId)
  if (!photo || !blurRightOf(actor, photo)) return refused('not-found')
  return withTx(async (tx) => {
    if (await setDismissed(tx, photoId, { userId: actor.userId, atMs: nowMs() })) {
      const said = { kind: 'sightings-dismissed', actorUserId: actor.userId }
      await recordChange(tx, { entity: 'photo', entityId: photoId, ...said })
    }
    return ok(null)
  })
}
