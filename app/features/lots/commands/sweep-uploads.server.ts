import { nowMs } from '~/core/clock'
import { removeUnattachedAttachments } from '~/features/attachments/commands/remove-unattached.server'
import { removeUnattachedPhotos } from '~/features/photos/commands/remove-unattached-photos.server'
import { withTx } from '~/platform/transaction.server'
import { listDraftAnswers } from '../repo.server'

/** How long a photo or a document waits for its lot. */
const KEPT_MS = 7 * 86_400_000

/** Removes the photos and documents sent a week ago or more that no lot has and no draft names; says how many. */
export async function sweepUploads(): Promise<{ photos: number; attachments: number }> {
  const beforeMs = nowMs() - KEPT_MS
  const swept = { photos: 0, attachments: 0 }
  for (;;) {
    const round = await withTx(async (tx) => {
      const drafts = await listDraftAnswers(tx)
      const named = (field: string) => new Set(drafts.flatMap((answers) => answers[field] ?? []))
      return {
        photos: await removeUnattachedPhotos(tx, { beforeMs, kept: named('photoIds') }),
        attachments: await removeUnattachedAttachments(tx, { beforeMs, kept: named('attachmentIds') }),
      }
    })
    swept.photos += round.photos
    swept.attachments += round.attachments
    if (round.photos + round.attachments === 0) return swept
  }
}
