import { listCommunes } from '~/features/communes/queries.server'
import { peersOf, readCommuneFigures } from './commune-figures.server'
import type { BoardPeriod } from './model/board-period'
import { STAGE_NAMES, type StageName, type StageRow } from './model/board-rows'
import type { BoardView } from './model/board'
import { peerRows, type PeerRow } from './model/peers'
import type { Perimeter } from './model/perimeter'
import {
  listFunnelLots,
  listSurveyedLines,
  sumFunnelLots,
  sumSurveyedLines,
  type ListSum,
  type Part,
} from './queries/funnel.server'
import { sumByCommune } from './queries/ledger-sums.server'
import { readTelling } from './read-board.server'

/** The places that the medians of a board are taken of, as far as its reader may know. */
export async function readPeerRows(
  perimeter: Perimeter,
  { interval }: BoardPeriod,
  view: BoardView,
): Promise<{ rows: PeerRow[]; threshold: number }> {
  const { withheld, threshold } = await readTelling(perimeter, view)
  const [places, figures] = await Promise.all([
    listCommunes(),
    readCommuneFigures(interval, sumByCommune(interval, withheld), withheld),
  ])
  return { rows: peerRows(peersOf(figures, perimeter, places)), threshold }
}

/** What a stage of a board's funnel adds up in all, for those who may see names of sites alone. */
export async function sumStage(perimeter: Perimeter, period: BoardPeriod, name: StageName): Promise<ListSum> {
  const stage = STAGE_NAMES[name]
  if (stage === 'inventoried') return sumSurveyedLines(perimeter, period.interval)
  const { withheld } = await readTelling(perimeter, 'detail')
  return sumFunnelLots(perimeter, period.interval, { stage, leftOut: withheld })
}

/** The rows of a stage of a board's funnel, the heaviest first: those of a page, or all. For the same readers. */
export async function readStageRows(
  perimeter: Perimeter,
  { interval }: BoardPeriod,
  { name, part }: { name: StageName; part?: Part },
): Promise<StageRow[]> {
  const stage = STAGE_NAMES[name]
  if (stage === 'inventoried') {
    const lines = await listSurveyedLines(perimeter, interval, part)
    return lines.map(({ product, reusableG: _reusable, ...line }) => ({
      ...line,
      reference: null,
      title: product,
    }))
  }
  const { withheld } = await readTelling(perimeter, 'detail')
  const lots = await listFunnelLots(perimeter, interval, { stage, leftOut: withheld, part })
  return lots.map(({ lotId, ...lot }) => ({ ...lot, id: lotId }))
}
