import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { HANDOVERS_A_PAGE } from '~/features/board/model/handover-list'
import { resolvePeriod } from '~/features/board/model/board-period'
import { findPerimeter } from '~/features/board/model/perimeter'
import { readPeerRows, readStageRows, sumStage } from '~/features/board/read-rows.server'
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

/** The stage that an address asks for: for the commune's own agent and the Métropole's team; 404 for others. */
async function askedStage(request: Request, slug: string | undefined) {
  const perimeter = orNotFound(findPerimeter(await listCommunes(), slug ?? ''))
  orNotFound((await viewOf(request, perimeter)) === 'detail' || null)
  const { etape: stage, page, ...days } = parseSearch(request, stageSearchSchema)
  return { perimeter, stage, page, period: resolvePeriod(days, isoDayOf(nowMs()), false) }
}

/** All rows of a stage of a board's funnel, for the same readers as its page. */
export async function boardStageRows(request: Request, slug: string | undefined) {
  const { perimeter, period, stage } = await askedStage(request, slug)
  return { perimeter, period, stage, rows: await readStageRows(perimeter, period, { name: stage }) }
}

/** The page of a stage that an address asks for, the last one where it asks beyond, with what all pages add up to. */
export async function boardStagePage(request: Request, slug: string | undefined) {
  const { perimeter, period, stage, page: asked } = await askedStage(request, slug)
  const { count, massG } = await sumStage(perimeter, period, stage)
  const pages = Math.max(1, Math.ceil(count / HANDOVERS_A_PAGE))
  const page = Math.min(asked, pages)
  const part = { limit: HANDOVERS_A_PAGE, offset: (page - 1) * HANDOVERS_A_PAGE }
  const rows = await readStageRows(perimeter, period, { name: stage, part })
  return { perimeter, period, stage, rows, count, massG, page, pages }
}
