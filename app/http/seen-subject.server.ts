import { isId } from '~/core/ids'
import type { ReportedKind } from '~/core/moderation-terms'
import { findVisibleLot } from '~/features/lots/queries.server'
import type { Subject } from '~/features/moderation/model/case'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { findStory } from '~/features/stories/queries.server'
import { requireActor } from './actor.server'
import { lotViewerOf } from './lot-viewer.server'
import { notFound, orNotFound } from './replies.server'
import { seenFiche } from './seen-fiche.server'

/** What a reader may report: what they see. Another, or what is hidden already, does not exist for them. */
export async function seenSubject(
  request: Request,
  kind: ReportedKind | null,
  id: string | undefined,
): Promise<Subject> {
  if (!kind || !id || !isId(id)) throw notFound()
  await requireSight(request, kind, id)
  const subject = orNotFound(await findSubject(kind, id))
  if (subject.isHidden) throw notFound()
  if (kind !== 'story') return subject
  // A side of a story is named where it agreed to be.
  const { takerName } = orNotFound(await findStory(id))
  return { ...subject, organisationName: takerName ?? '' }
}

async function requireSight(request: Request, kind: ReportedKind, id: string): Promise<void> {
  if (kind === 'lot') orNotFound(await findVisibleLot(id, await lotViewerOf(request)))
  if (kind === 'post') await requireActor(request, 'programme:share')
  if (kind === 'fiche') {
    const { fiche } = await seenFiche(request, id)
    if (fiche.state !== 'published') throw notFound()
  }
}
