import type { LoaderFunctionArgs } from '@remix-run/node'
import type { VocabularyVersion } from '~/features/vocabulary/model/vocabulary-version'
import { listVocabularyVersions } from '~/features/vocabulary/queries/versions.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { vocabulary } from '~/messages/vocabulary'

/** Every version of the table, the newest first, with who set it and why. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  const t = translator(await localeOf(request), vocabulary)
  const columns: CsvColumn<VocabularyVersion>[] = [
    { header: t('history.version'), cell: ({ version }) => version },
    {
      header: t('history.since'),
      cell: ({ setAtMs }) => (setAtMs === null ? t('history.shipped') : new Date(setAtMs).toISOString()),
    },
    { header: t('history.by'), cell: ({ setBy }) => setBy },
    { header: t('history.act'), cell: ({ act, subject }) => t(`act.${act}`, { subject }) },
    { header: t('history.reason'), cell: ({ reason }) => reason },
    { header: t('history.size'), cell: ({ size }) => size },
  ]
  return download(toCsv(columns, await listVocabularyVersions()), `${t('history.csvFile')}.csv`, 'text/csv')
}
