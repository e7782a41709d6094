import type { LoaderFunctionArgs } from '@remix-run/node'
import type { VocabularyEntry } from '~/features/vocabulary/model/entries'
import { findVocabulary, vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, notFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { vocabulary } from '~/messages/vocabulary'

/** The table in force, or of the version asked for, as an import reads it back. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  const asked = new URL(request.url).searchParams.get('version')
  const table = asked === null ? await vocabularyInForce() : await findVocabulary(asked)
  if (!table) throw notFound()
  const t = translator(await localeOf(request), vocabulary)
  const columns: CsvColumn<VocabularyEntry>[] = [
    { header: t('list.words'), cell: ({ words }) => words.join(', ') },
    { header: t('list.broader'), cell: ({ broader }) => broader.join(', ') },
  ]
  return download(toCsv(columns, table.entries), `${t('list.csvFile')}-${table.version}.csv`, 'text/csv')
}
