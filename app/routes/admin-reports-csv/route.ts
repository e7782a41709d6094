import type { LoaderFunctionArgs } from '@remix-run/node'
import type { DecisionEntry } from '~/features/moderation/model/case'
import { listDecisions } from '~/features/moderation/queries/cases.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { moderation } from '~/messages/moderation'

/** Every decision with its ground and what became of an appeal; no person and no listing is named, so that it may be published. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'moderation:decide')
  const t = translator(await localeOf(request), moderation)
  const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  const columns: CsvColumn<DecisionEntry>[] = [
    { header: t('csv.decided'), cell: ({ decidedAtMs }) => at(decidedAtMs) },
    { header: t('csv.kind'), cell: ({ subjectKind }) => t(`kind.${subjectKind}`) },
    { header: t('csv.act'), cell: ({ act }) => t(`act.${act}`) },
    { header: t('csv.ground'), cell: ({ ground }) => t(`reason.${ground}`) },
    { header: t('csv.appealed'), cell: ({ appealedAtMs }) => at(appealedAtMs) },
    {
      header: t('csv.outcome'),
      cell: ({ appealOutcome }) => appealOutcome && t(`outcome.${appealOutcome}`),
    },
  ]
  return download(toCsv(columns, await listDecisions()), `gisement-${t('queue.csvFile')}.csv`, 'text/csv')
}
