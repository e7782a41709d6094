import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { listStories } from '~/features/stories/queries.server'
import { storyFiltersSchema } from '~/features/stories/schema'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { stories } from '~/messages/stories'

const MOST = 10_000

/** The stories that the filters of the page keep. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { commune, materiau } = parseSearch(request, storyFiltersSchema)
  const locale = await localeOf(request)
  const t = translator(locale, stories)
  const tMaterial = translator(locale, materials)
  const rows = await listStories({ communeCode: commune, material: materiau }, { limit: MOST, offset: 0 })
  const body = toCsv(
    [
      { header: t('csv.id'), cell: ({ id }) => id },
      { header: t('csv.title'), cell: ({ lotTitle }) => lotTitle },
      { header: t('csv.material'), cell: ({ material }) => tMaterial(`type.${material}.name`) },
      { header: t('csv.massKg'), cell: ({ massG }) => massG / 1000 },
      { header: t('csv.quantity'), cell: ({ quantityMilli }) => quantityMilli / 1000 },
      { header: t('csv.unit'), cell: ({ unit }) => unit },
      { header: t('csv.fromCode'), cell: ({ fromCommuneCode }) => fromCommuneCode },
      { header: t('csv.from'), cell: ({ fromCommuneName }) => fromCommuneName },
      { header: t('csv.toCode'), cell: ({ toCommuneCode }) => toCommuneCode },
      { header: t('csv.to'), cell: ({ toCommuneName }) => toCommuneName },
      { header: t('csv.handedOverOn'), cell: ({ handedOverOn }) => handedOverOn },
      { header: t('csv.reinstalledOn'), cell: ({ reinstalledOn }) => reinstalledOn },
      { header: t('csv.words'), cell: ({ words }) => words },
      { header: t('csv.giver'), cell: ({ giverName }) => giverName },
      { header: t('csv.taker'), cell: ({ takerName }) => takerName },
      { header: t('csv.address'), cell: ({ id }) => publicUrlOf(paths.story(id)) },
    ],
    rows,
  )
  return download(body, `${t('csv.file')}.csv`, 'text/csv')
}
