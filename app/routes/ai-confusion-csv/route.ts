import type { LoaderFunctionArgs } from '@remix-run/node'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { labelName } from '~/features/classifier/ui/label-name'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { aiFigures } from '~/messages/ai-figures'
import { translator } from '~/messages/catalogue'
import { photoLabels } from '~/messages/photo-labels'

/** One row for each thing on the photo, one column for each answer, in photos. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { labels, counts } = orNotFound(knownClassifierInfo().card?.confusion ?? null)
  const locale = await localeOf(request)
  const t = translator(locale, aiFigures)
  const tLabel = translator(locale, photoLabels)
  const csv = toCsv(
    [
      { header: t('confusion.truth'), cell: ({ label }: { label: string }) => labelName(tLabel, label) },
      ...labels.map((answer, index) => ({
        header: labelName(tLabel, answer),
        cell: ({ row }: { row: readonly number[] }) => row[index] ?? 0,
      })),
    ],
    labels.map((label, index) => ({ label, row: counts[index] ?? [] })),
  )
  return download(csv, 'gisement-ia-confusions.csv', 'text/csv')
}
