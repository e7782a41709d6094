import type { ReportedKind, ReportReason } from '~/core/moderation-terms'
import { hideLot, showLot } from '~/features/lots/commands/hide-lot.server'
import { hideNeed, showNeed } from '~/features/needs/commands/hide-need.server'
import { hideFiche, hidePost, showFiche, showPost } from '~/features/programme/commands/hide-shared.server'
import { hideStory, showStory } from '~/features/stories/commands/hide-story.server'
import { translator } from '~/messages/catalogue'
import { moderation } from '~/messages/moderation'
import type { Tx } from '~/platform/transaction.server'
import type { Subject } from './model/case'
import { formerStatusOf } from './repo.server'

type Ways = {
  /** The status that it had; null where it cannot be hidden. */
  hide: (tx: Tx, id: string, reason: string) => Promise<string | null>
  /** Whether it was hidden; `former` is what `hide` answered. */
  show: (tx: Tx, id: string, former: string | null) => Promise<boolean>
}

const WAYS: Record<ReportedKind, Ways> = {
  lot: { hide: hideLot, show: showLot },
  need: { hide: hideNeed, show: showNeed },
  story: { hide: hideStory, show: showStory },
  fiche: { hide: hideFiche, show: showFiche },
  post: { hide: hidePost, show: showPost },
}

/**
 * Hides what was reported, inside the caller's transaction. Where others read why, they read the ground alone: the
 * statement of reasons is its owner's.
 */
export function hide(
  tx: Tx,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
  ground: ReportReason,
): Promise<string | null> {
  return WAYS[kind].hide(tx, id, translator('fr', moderation)(`reason.${ground}`))
}

/** Shows what was hidden as it was before, inside the caller's transaction; whether it was hidden. */
export async function show(tx: Tx, subject: Pick<Subject, 'kind' | 'id'>): Promise<boolean> {
  return WAYS[subject.kind].show(tx, subject.id, await formerStatusOf(tx, subject))
}
