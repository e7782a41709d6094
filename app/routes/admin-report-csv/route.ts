import type { LoaderFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { reportedKindOf } from '~/core/oversight-paths'
import { historyOf, type HistoryRow } from '~/features/moderation/model/case-history'
import { listDecisionsOf, listReportsOf } from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, notFound, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { history } from '~/messages/history'
import { moderation } from '~/messages/moderation'

/** The reports and decisions of one case, with appeals and their answers, the newest first: what its page shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request, 'moderation:decide')
  const kind = reportedKindOf(params.kind)
  if (!kind || !isId(params.id ?? '')) throw notFound()
  const { id } = orNotFound(await findSubject(kind, params.id ?? ''))
  const [reports, decisions] = await Promise.all([listReportsOf(kind, id), listDecisionsOf(kind, id)])
  const locale = await localeOf(request)
  const t = translator(locale, moderation)
  const tHistory = translator(locale, history)
  const what = (row: HistoryRow) => {
    if (row.kind === 'decision') return t(`act.${row.act}`)
    if (row.kind === 'answer') return t(`outcome.${row.outcome}`)
    return tHistory(row.kind)
  }
  const columns: CsvColumn<HistoryRow>[] = [
    { header: tHistory('at'), cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: tHistory('what'), cell: what },
    { header: t('csv.ground'), cell: ({ ground }) => t(`reason.${ground}`) },
    { header: tHistory('inTeam'), cell: ({ who }) => who },
    { header: tHistory('text'), cell: ({ text }) => text },
  ]
  return download(
    toCsv(columns, historyOf(reports, decisions)),
    `gisement-${tHistory('fileOfCase')}.csv`,
    'text/csv',
  )
}
