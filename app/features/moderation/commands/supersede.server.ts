import type { ReportedKind } from '~/core/moderation-terms'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { setSuperseded } from '../repo.server'

/**
 * Ends what was decided of a text that its owner has changed since, at `atMs`: it no longer hides the text nor asks
 * anything of the owner, whose new words wait for the team. An appeal against it may still be made and answered.
 */
export async function supersedeDecisions(
  subject: { kind: ReportedKind; id: string },
  { atMs, actorUserId }: { atMs: number; actorUserId: string },
): Promise<void> {
  await withTx(async (tx) => {
    for (const entityId of await setSuperseded(tx, subject, atMs)) {
      await recordChange(tx, { entity: 'moderation', entityId, kind: 'superseded', actorUserId })
    }
  })
}
