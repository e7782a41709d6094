import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isWholeYears, wholeYearsOf } from '~/core/period'
import { shownTo, type ShownHandover } from '~/features/accounting/model/shown-handover'
import { withheldFromAgentOf } from '~/features/accounting/model/suppression'
import type { WithheldEntry } from '~/features/accounting/queries/withheld.server'
import { listLedgerRows } from '~/features/accounting/queries.server'
import type { BoardView } from '~/features/board/model/board'
import { resolvePeriod, type BoardPeriod } from '~/features/board/model/board-period'
import { sideOf } from '~/features/board/model/flow-side'
import { flowsOf } from '~/features/board/model/flows'
import {
  HANDOVERS_A_PAGE,
  wholeScopeOf,
  type HandoverFilters,
  type HandoverScope,
} from '~/features/board/model/handover-list'
import { findPerimeter, perimetersOf, type Perimeter } from '~/features/board/model/perimeter'
import {
  countAmong,
  listListed,
  sumListed,
  type FlowEnds,
  type ListedOf,
} from '~/features/board/queries/handovers.server'
import { sumPairs } from '~/features/board/queries/ledger-sums.server'
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
  /** The ends of the flow that the list keeps, where it keeps one; a group has no name. */
  flow: Record<'from' | 'to', { key: string; name: string | null } | null> | null
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
  const {
    page: asked,
    perimetre,
    mois,
    famille,
    hors,
    de,
    vers,
    ...days
  } = parseSearch(request, handoverSearchSchema)
  const view = await viewOf(request, perimeter)
  const period = resolvePeriod(days, isoDayOf(nowMs()), view === 'public')
  const { left, hidden, followed, mayFollow, threshold } = await leftOutOf(request, perimeter, view)
  const flow =
    perimetre === 'echanges' && (de ?? vers)
      ? await flowOf({ perimeter, period }, { de, vers }, left)
      : NO_FLOW
  const filters = { perimetre, famille, hors, ...flow.filters, ...(period.kind === 'year' && { mois }) }
  const listed = { perimeter, period, filters, ends: flow.ends }
  const [sum, beyond, missing] = await Promise.all([
    sumListed(listed, hidden),
    countAmong(listed, followed),
    countAmong(asWhole(perimeter, period, perimetre), hidden),
  ])
  const pages = Math.max(1, Math.ceil(sum.count / HANDOVERS_A_PAGE))
  const page = Math.min(asked, pages)
  const part = { limit: HANDOVERS_A_PAGE, offset: (page - 1) * HANDOVERS_A_PAGE }
  const rows = await listListed(listed, hidden, isWhole ? undefined : part)
  const { shown } = shownTo(
    rows.map((row) => ({ row })),
    { mayFollow, withheld: hidden },
  )
  const { named } = flow
  return {
    ...{ perimeter, period, filters, flow: named, ...sum, view, beyond },
    ...{ isPartial: missing > 0, threshold, shown, page, pages },
  }
}

/**
 * What a list says of whether something is left out: of its figure, whatever the filters, and of the years that its
 * period touches, as the board does. A filter or a part of a year would tell what the left out are made of, and when.
 */
function asWhole(perimeter: Perimeter, period: BoardPeriod, scope: HandoverScope): ListedOf {
  const { interval } = period
  return {
    perimeter,
    period: { ...period, interval: wholeYearsOf(interval) },
    filters: { perimetre: wholeScopeOf(scope, isWholeYears(interval)) },
  }
}

const NO_FLOW = { filters: {}, ends: undefined, named: null }

/** The ends of the flow that an address asks for, as the board's own drawing of the same handovers names them. */
async function flowOf(
  { perimeter, period }: { perimeter: Perimeter; period: BoardPeriod },
  asked: { de?: string; vers?: string },
  left: readonly WithheldEntry[],
): Promise<{
  filters: Pick<HandoverFilters, 'de' | 'vers'>
  ends: FlowEnds
  named: ListedHandovers['flow']
}> {
  const places = await listCommunes()
  const perimeters = perimetersOf(places)
  const flows = flowsOf(await sumPairs(perimeter, period.interval, left), perimeter, places)
  const endOf = (key: string | undefined) => {
    const side = key === undefined ? null : sideOf(key, flows, perimeters)
    const name = perimeters.find(({ slug }) => slug === key)?.name ?? null
    return { key: side === null ? undefined : key, side, named: side && key ? { key, name } : null }
  }
  const [from, to] = [endOf(asked.de), endOf(asked.vers)]
  return {
    filters: { de: from.key, vers: to.key },
    ends: { from: from.side, to: to.side },
    named: { from: from.named, to: to.named },
  }
}

/** What a view leaves out, parted into what its reader is not told and what they may follow all the same. */
async function leftOutOf(request: Request, { communeCodes }: Perimeter, view: BoardView) {
  const { mayFollow, isSignedIn, withheld, threshold } = await ledgerReader(request)
  const left = view === 'public' ? withheld : withheldFromAgentOf(withheld, communeCodes)
  const rows = isSignedIn ? await listLedgerRows(left) : []
  const own = new Set(rows.filter(mayFollow).map(({ seq }) => seq))
  return {
    left,
    hidden: left.filter(({ seq }) => !own.has(seq)),
    followed: left.filter(({ seq }) => own.has(seq)),
    mayFollow,
    threshold,
  }
}
