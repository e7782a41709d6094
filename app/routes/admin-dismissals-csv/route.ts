import type { LoaderFunctionArgs } from '@remix-run/node'
import { countDismissals, type DismissalCount } from '~/features/matching/queries/dismissal-counts.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { proposals } from '~/messages/proposals'

/** How many pairs were set aside for each reason, by side. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'matching:manage')
  const t = translator(await localeOf(request), proposals)
  const columns: CsvColumn<DismissalCount>[] = [
    { header: t('dismiss.reason'), cell: ({ reason }) => t(`reason.${reason}`) },
    { header: t('counts.giver'), cell: ({ byGiver }) => byGiver },
    { header: t('counts.taker'), cell: ({ byTaker }) => byTaker },
  ]
  return download(toCsv(columns, await countDismissals()), `${t('counts.csvFile')}.csv`, 'text/csv')
}
