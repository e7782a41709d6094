import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { removeDraft } from '../repo/drafts.server'

/** Drops a draft of one's own organisation; its photos are then nobody's. */
export async function deleteDraft(input: { actor: Actor; draftId: string }): Promise<Result<{ id: string }>> {
  const { actor, draftId } = input
  return withTx(async (tx) =>
    (await removeDraft(tx, actor.organisationId, draftId)) ? ok({ id: draftId }) : refused('not-found'),
  )
}
