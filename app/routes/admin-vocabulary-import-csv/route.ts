import type { ActionFunctionArgs } from '@remix-run/node'
import { tableDifferences, type TableDifference } from '~/features/vocabulary/model/table-differences'
import { vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { carriedTableOf, readTableForm } from '~/http/vocabulary-form.server'
import { translator } from '~/messages/catalogue'
import { vocabulary } from '~/messages/vocabulary'

/** All that a table would change, as the preview of its import shows it: posted to with what the page carries. */
export async function action({ request }: ActionFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  const sent = await readTableForm(request)
  const entries = sent && carriedTableOf(sent.form)
  if (!entries) return new Response(null, { status: 400 })
  const t = translator(await localeOf(request), vocabulary)
  const columns: CsvColumn<TableDifference>[] = [
    { header: t('import.change'), cell: ({ kind }) => t(`import.${kind}`) },
    { header: t('list.words'), cell: ({ entry, before }) => listed((entry ?? before)?.words) },
    { header: t('list.broader'), cell: ({ entry, before }) => listed((entry ?? before)?.broader) },
    { header: t('import.wordsBefore'), cell: ({ entry, before }) => listed(entry && before?.words) },
    { header: t('import.broaderBefore'), cell: ({ entry, before }) => listed(entry && before?.broader) },
  ]
  const changes = tableDifferences((await vocabularyInForce()).entries, entries)
  return download(toCsv(columns, changes), `${t('import.csvFile')}.csv`, 'text/csv')
}

function listed(words: readonly string[] | null | undefined): string | null {
  return words?.join(', ') ?? null
}
