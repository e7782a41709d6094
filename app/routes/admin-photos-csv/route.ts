import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { isLabel } from '~/features/classifier/model/labels'
import { doubtOf } from '~/features/examples/model/doubt'
import { listExamples } from '~/features/examples/queries.server'
import { exampleSearchSchema } from '~/features/examples/schema'
import { requireAdministration } from '~/http/administration.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { administrationPhotos } from '~/messages/administration-photos'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { photoLabels } from '~/messages/photo-labels'

/** Every photo that the same filters show, in the order of the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'example:label')
  const { etat, origine, etiquette } = parseSearch(request, exampleSearchSchema)
  const locale = await localeOf(request)
  const t = translator(locale, administrationPhotos)
  const tMaterial = translator(locale, materials)
  const tLabel = translator(locale, photoLabels)
  const nameOf = (material?: MaterialType | null) => (material ? tMaterial(`type.${material}.name`) : null)
  const body = toCsv(
    [
      { header: t('photo'), cell: ({ photoId }) => photoId },
      { header: t('lot'), cell: ({ lotReference }) => lotReference },
      { header: t('chosen'), cell: ({ material }) => nameOf(material) },
      {
        header: t('label'),
        cell: ({ label }) => (label && isLabel(label) ? tLabel(`label.${label}`) : label),
      },
      { header: t('origin'), cell: ({ origin }) => t(`originOf.${origin}`) },
      { header: t('state'), cell: ({ state }) => t(`stateOf.${state}`) },
      { header: t('said'), cell: ({ saidMaterial }) => nameOf(saidMaterial) },
      { header: t('model'), cell: ({ modelVersion }) => modelVersion },
      { header: t('saidNow'), cell: ({ said }) => nameOf(said?.candidates[0]?.material) },
      { header: t('doubt'), cell: ({ said }) => Math.round(doubtOf(said) * 100) / 100 },
      { header: t('source'), cell: ({ source }) => source },
      { header: t('licence'), cell: ({ licence }) => licence },
      { header: t('decidedBy'), cell: ({ decidedByName }) => decidedByName },
      { header: t('decided'), cell: ({ decidedAtMs }) => isoDayOf(decidedAtMs) },
    ],
    await listExamples({ state: etat, origin: origine, label: etiquette }),
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}
