import { isId } from '~/core/ids'
import type { ReportedKind } from '~/core/moderation-terms'
import { findVisibleLot } from '~/features/lots/queries.server'
import type { Subject } from '~/features/moderation/model/case'
import { findSubject } from '~/features/moderation/queries/cases.server'
import { lotViewerOf } from './lot-viewer.server'
import { notFound, orNotFound } from './replies.server'

/** What a reader may report: what they see. Another, or what is hidden already, does not exist for them. */
export async function seenSubject(
  request: Request,
  kind: ReportedKind | null,
  id: string | undefined,
): Promise<Subject> {
  if (!kind || !id || !isId(id)) throw notFound()
  if (kind === 'lot') orNotFound(await findVisibleLot(id, await lotViewerOf(request)))
  const subject = orNotFound(await findSubject(kind, id))
  if (subject.isHidden) throw notFound()
  return subject
}
