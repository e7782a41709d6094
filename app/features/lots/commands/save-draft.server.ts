import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import type { PostingAnswers } from '../model/posting-answers'
import { findLot } from '../repo.server'
import { findDraft, writeDraft } from '../repo/drafts.server'

/**
 * Keeps the answers of a lot being written, under the id that the lot will have. The last writing wins by the moment
 * its answers were taken, so that one held up on the network never undoes a newer one; sending again is harmless.
 * Refuses `not-found` for another organisation's draft and `conflict` once the lot is published.
 */
export async function saveDraft(input: {
  actor: Actor
  draftId: string
  answers: PostingAnswers
  takenAtMs: number
}): Promise<Result<{ updatedAtMs: number }>> {
  const { actor, draftId, answers } = input
  // A device whose clock is ahead would otherwise lock the others out.
  const takenAtMs = Math.min(input.takenAtMs, nowMs())
  return withTx(async (tx) => {
    if (await findLot(tx, draftId)) return refused('conflict')
    const existing = await findDraft(tx, draftId)
    if (existing && existing.organisationId !== actor.organisationId) return refused('not-found')
    if (existing && existing.updatedAtMs > takenAtMs) return ok({ updatedAtMs: existing.updatedAtMs })
    await writeDraft(tx, {
      id: draftId,
      organisationId: actor.organisationId,
      authorUserId: actor.userId,
      importId: null,
      answers: Object.fromEntries(
        Object.entries(answers).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : [...value],
        ]),
      ),
      createdAtMs: takenAtMs,
      updatedAtMs: takenAtMs,
    })
    return ok({ updatedAtMs: takenAtMs })
  })
}
