import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { resolvePeriod } from '~/features/board/model/board-period'
import { findPerimeter } from '~/features/board/model/perimeter'
import { readPeerRows, readStageRows } from '~/features/board/read-rows.server'
import { periodSearchSchema, stageSearchSchema } from '~/features/board/schema'
import { listCommunes } from '~/features/communes/queries.server'
import { viewOf } from './board.server'
import { parseSearch } from './parse-search.server'
import { orNotFound } from './replies.server'

/** The places that a board compares its own with, as far as their reader may know. */
export async function boardPeers(request: Request, slug: string | undefined) {
  const perimeter = orNotFound(findPerimeter(await listCommunes(), slug ?? ''))
  const view = await viewOf(request, perimeter)
  const period = resolvePeriod(parseSearch(request, periodSearchSchema), isoDayOf(nowMs()), view === 'public')
  return { perimeter, period, view, ...(await readPeerRows(perimeter, period, view)) }
}

/** The rows of a stage of a board's funnel: for the commune's own agent and the Métropole's team; 404 for others. */
export async function boardStage(request: Request, slug: string | undefined) {
  const perimeter = orNotFound(findPerimeter(await listCommunes(), slug ?? ''))
  orNotFound((await viewOf(request, perimeter)) === 'detail' || null)
  const { etape: stage, page, ...days } = parseSearch(request, stageSearchSchema)
  const period = resolvePeriod(days, isoDayOf(nowMs()), false)
  return { perimeter, period, stage, page, rows: await readStageRows(perimeter, period, stage) }
}
