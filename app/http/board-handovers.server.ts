import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { shownTo, type ShownHandover } from '~/features/accounting/model/shown-handover'
import { withheldFromAgentOf } from '~/features/accounting/model/suppression'
import { listLedgerRows } from '~/features/accounting/queries.server'
import type { BoardView } from '~/features/board/model/board'
import { resolvePeriod, type BoardPeriod } from '~/features/board/model/board-period'
import { HANDOVERS_A_PAGE, type HandoverFilters } from '~/features/board/model/handover-list'
import { findPerimeter, type Perimeter } from '~/features/board/model/perimeter'
import { countAmong, listListed, sumListed } from '~/features/board/queries/handovers.server'
import { handoverSearchSchema } from '~/features/board/schema'
import { listCommunes } from '~/features/communes/queries.server'
import { viewOf } from './board.server'
import { parseSearch } from './parse-search.server'
import { orNotFound } from './replies.server'
import { ledgerReader } from './shown-handovers.server'

/** The handovers behind a figure of a board, as far as their reader may know them. */
export type ListedHandovers = {
  perimeter: Perimeter
  period: BoardPeriod
  view: BoardView
  filters: HandoverFilters
  /** Of the whole list, whatever the page. */
  count: number
  massG: number
  /** Those that the reader follows by their own rights, where the figure leaves them out. */
  beyond: number
  /** Whether handovers are left out. */
  isPartial: boolean
  threshold: number
  /** Those of the page that was asked for, or all. */
  shown: { row: ShownHandover }[]
  page: number
  pages: number
}

/**
 * The list that an address of a board asks for: what its figure counts, the last of the ledger first. What the board
 * leaves out is left out here, but for rows that the reader may follow anyhow; others stop at the month.
 */
export async function boardHandovers(
  request: Request,
  slug: string | undefined,
  { isWhole = false }: { isWhole?: boolean } = {},
): Promise<ListedHandovers> {
  const perimeter = orNotFound(findPerimeter(await listCommunes(), slug ?? ''))
  const { page: asked, perimetre, mois, famille, ...days } = parseSearch(request, handoverSearchSchema)
  const view = await viewOf(request, perimeter)
  const period = resolvePeriod(days, isoDayOf(nowMs()), view === 'public')
  const filters = { perimetre, famille, ...(period.kind === 'year' && { mois }) }
  const listed = { perimeter, period, filters }
  const { hidden, followed, mayFollow, threshold } = await leftOutOf(request, perimeter, view)
  const [sum, beyond, missing] = await Promise.all([
    sumListed(listed, hidden),
    countAmong(listed, followed),
    countAmong(listed, hidden),
  ])
  const pages = Math.max(1, Math.ceil(sum.count / HANDOVERS_A_PAGE))
  const page = Math.min(asked, pages)
  const part = { limit: HANDOVERS_A_PAGE, offset: (page - 1) * HANDOVERS_A_PAGE }
  const rows = await listListed(listed, hidden, isWhole ? undefined : part)
  const { shown } = shownTo(
    rows.map((row) => ({ row })),
    { mayFollow, withheld: hidden },
  )
  return { ...listed, ...sum, view, beyond, isPartial: missing > 0, threshold, shown, page, pages }
}

/** What a view leaves out, parted into what its reader is not told and what they may follow all the same. */
async function leftOutOf(request: Request, { communeCodes }: Perimeter, view: BoardView) {
  const { mayFollow, isSignedIn, withheld, threshold } = await ledgerReader(request)
  const left = view === 'public' ? withheld : withheldFromAgentOf(withheld, communeCodes)
  const rows = isSignedIn ? await listLedgerRows(left) : []
  const own = new Set(rows.filter(mayFollow).map(({ seq }) => seq))
  return {
    hidden: left.filter(({ seq }) => !own.has(seq)),
    followed: left.filter(({ seq }) => own.has(seq)),
    mayFollow,
    threshold,
  }
}
