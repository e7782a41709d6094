import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { familiesOf, type ClosingRow } from '~/features/closing/model/closing-record'
import { closingDeadline } from '~/features/closing/model/deadline'
import { filterRows, type RowFilter } from '~/features/closing/model/row-filter'
import { readClosing } from '~/features/closing/read-closing.server'
import type { SiteView } from '~/features/sites/queries.server'

/** Rows of one page of the record. */
const PAGE = 50

/** The record as its page shows it: sums of all rows, and one page of those that the filter keeps. */
export async function closingPage(
  site: SiteView,
  { filtre, page: asked }: { filtre: RowFilter; page: number },
) {
  const { record, survey, sums } = await readClosing(site.id)
  const today = isoDayOf(nowMs())
  const kept = filterRows(sums.rows, filtre).filter((row) => row.kind !== 'outside' || hasLeft(row))
  const pages = Math.max(1, Math.ceil(kept.length / PAGE))
  const page = Math.min(pages, asked)
  const shown = kept.slice((page - 1) * PAGE, page * PAGE)
  return {
    record,
    survey,
    deadline: closingDeadline({ endsOn: site.endsOn, worksEndedOn: record.worksEndedOn }, today),
    ...{ today, filtre, page, pages, count: kept.length },
    totals: { lines: sums.lines, wastes: sums.wastes, outside: sums.outside },
    unexplained: sums.unexplained,
    families: familiesOf(sums.rows),
    lines: shown.filter(({ kind }) => kind === 'line'),
    wastes: shown.filter(({ kind }) => kind === 'waste'),
    outside: shown.filter(({ kind }) => kind === 'outside'),
    hasWastes: sums.rows.some(({ kind }) => kind === 'waste'),
  }
}

function hasLeft({ handedOverG, declaredG }: ClosingRow): boolean {
  return handedOverG + declaredG > 0
}
