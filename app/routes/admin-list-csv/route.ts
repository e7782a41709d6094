import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TeamList } from '~/core/oversight-paths'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { committeeCsv, comparisonCsv } from './programme-lists.server'
import { failedJobsCsv, failedMailsCsv, jobsCsv } from './queue-lists.server'
import type { ListCsv } from './list-csv'
import { leavingCsv, silentCsv, waitingCasesCsv } from './waiting-lists.server'

const LISTS: Record<TeamList, ListCsv> = {
  departs: leavingCsv,
  silences: silentCsv,
  signalements: waitingCasesCsv,
  'courriels-en-echec': failedMailsCsv,
  taches: jobsCsv,
  'taches-en-echec': failedJobsCsv,
  comite: committeeCsv,
  comparaison: comparisonCsv,
}

/** A list of a page of the administration, whole where the page shows its beginning. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const [, list] = orNotFound(Object.entries(LISTS).find(([name]) => name === params.list))
  if (params.list === 'comite') await auditRead('agents.exported')
  const { body, file } = await list(request, await localeOf(request))
  return download(body, `${file}.csv`, 'text/csv')
}
