import type { LoaderFunctionArgs } from '@remix-run/node'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { labelName } from '~/features/classifier/ui/label-name'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { aiUse } from '~/messages/ai-use'
import { translator } from '~/messages/catalogue'
import { photoLabels } from '~/messages/photo-labels'

/** What the model recognises, type by type. */
export async function loader({ request }: LoaderFunctionArgs) {
  const metrics = orNotFound(knownClassifierInfo().card?.metrics ?? null)
  const locale = await localeOf(request)
  const t = translator(locale, aiUse)
  const tLabel = translator(locale, photoLabels)
  const csv = toCsv(
    [
      { header: t('labels.label'), cell: ([label]) => labelName(tLabel, label) },
      { header: t('labels.photos'), cell: ([, { photos }]) => photos },
      { header: t('labels.recallPercent'), cell: ([, { recall }]) => Math.round(recall * 1000) / 10 },
      {
        header: t('labels.precisionPercent'),
        cell: ([, { precision }]) => Math.round(precision * 1000) / 10,
      },
    ],
    Object.entries(metrics.perLabel),
  )
  return download(csv, 'gisement-ia-matieres.csv', 'text/csv')
}
