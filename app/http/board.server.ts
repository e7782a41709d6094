import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Board, BoardView } from '~/features/board/model/board'
import { resolvePeriod } from '~/features/board/model/board-period'
import {
  findPerimeter,
  perimetersAround,
  perimetersOf,
  type Perimeter,
} from '~/features/board/model/perimeter'
import { readBoard } from '~/features/board/read-board.server'
import { periodSearchSchema } from '~/features/board/schema'
import { listCommunes } from '~/features/communes/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from './actor.server'
import { parseSearch } from './parse-search.server'
import { orNotFound } from './replies.server'

/**
 * The board that an address asks for, as its reader may see it: every handover and names of sites for the commune's own
 * agent and the Métropole's team, what the public is told for everyone else. `asPublic` asks for the latter
 * whoever reads, for what is shown elsewhere.
 */
export async function boardFor(
  request: Request,
  slug: string | undefined,
  { asPublic = false }: { asPublic?: boolean } = {},
): Promise<Board> {
  const perimeter = orNotFound(findPerimeter(await listCommunes(), slug ?? ''))
  const view = asPublic ? 'public' : await viewOf(request, perimeter)
  const period = resolvePeriod(parseSearch(request, periodSearchSchema), isoDayOf(nowMs()), view === 'public')
  return readBoard(perimeter, period, view)
}

/** What a reader may know of a perimeter. */
export async function viewOf(request: Request, { communeCodes }: Perimeter): Promise<BoardView> {
  const actor = await optionalActor(request)
  return actor && can(actor, 'board:detail', { communeCodes }) ? 'detail' : 'public'
}

/** The larger perimeters that hold a board's own, for links. */
export async function aroundOf(perimeter: Perimeter): Promise<{ slug: string; name: string }[]> {
  const all = perimetersOf(await listCommunes())
  return perimetersAround(all, perimeter).map(({ slug, name }) => ({ slug, name }))
}
