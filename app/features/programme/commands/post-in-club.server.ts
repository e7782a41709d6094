import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { findPostRow, insertPost } from '../repo/library.server'

/**
 * Posts in the club, or answers a post there, whose author is told. Idempotent by the post's id. Refuses an answer to an answer, to a post
 * that is hidden or unknown (`not-found`), and the id of somebody else's post (`conflict`).
 */
export async function postInClub({
  actor,
  id,
  parentId = null,
  text,
}: {
  actor: Actor
  id: string
  parentId?: string | null
  text: string
}): Promise<Result<null>> {
  if (!can(actor, 'programme:share')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  return withTx(async (tx) => {
    const known = await findPostRow(tx, id)
    if (known) return known.userId === actor.userId ? ok(null) : refused('conflict')
    const parent = parentId === null ? null : await findPostRow(tx, parentId)
    if (parentId !== null && (!parent || parent.parentId !== null || parent.hiddenAtMs !== null))
      return refused('not-found')
    const by = { organisationId: actor.organisationId, userId: actor.userId }
    if (parentId !== null) await tell(tx, 'club.answered', { postId: id })
    await insertPost(tx, { id, parentId, text, ...by, createdAtMs: nowMs() })
    await recordChange(tx, { entity: 'club-post', entityId: id, kind: 'posted', actorUserId: actor.userId })
    return ok(null)
  })
}
