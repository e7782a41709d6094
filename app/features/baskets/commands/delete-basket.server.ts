import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findBasketRow, removeBasket } from '../repo.server'

/** Deletes a bill of one's own for good: nothing else refers to it. */
export async function deleteBasket({
  actor,
  basketId,
}: {
  actor: Actor
  basketId: string
}): Promise<Result<null>> {
  return withTx(async (tx) => {
    const basket = await findBasketRow(tx, basketId)
    if (basket?.organisationId !== actor.organisationId) return refused('not-found')
    await removeBasket(tx, actor.organisationId, basketId)
    await recordChange(tx, {
      entity: 'basket',
      entityId: basketId,
      kind: 'deleted',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
