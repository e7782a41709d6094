import { answersFromLine } from '~/features/lots/model/answers-from-line'
import { listLotsOfSite } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventoryLine } from '~/features/sites/queries.server'
import { notFound, orNotFound } from '~/http/replies.server'

/** A line of one's own inventory to publish from, and the answers that it gives; null when none is asked for. */
export async function startFromLine(lineId: string | null, actor: Actor) {
  if (lineId === null) return null
  const line = orNotFound(await findInventoryLine(lineId))
  if (line.organisationId !== actor.organisationId) throw notFound()
  return { line, answers: answersFromLine(line, await listLotsOfSite(line.siteId)) }
}
