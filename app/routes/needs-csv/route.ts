import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchNeeds } from '~/features/needs/queries.server'
import { filtersOf, readSearch } from '~/features/needs/search.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { needs as needTexts } from '~/messages/needs'

const MAX_ROWS = 10_000

/** The open needs that the filters of the page keep, in its order. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, needTexts)
  const tMaterial = translator(locale, materials)
  const { search, place } = await readSearch(new URL(request.url).searchParams)
  const { needs } = await searchNeeds(filtersOf(search, place), { size: MAX_ROWS, number: 1 })
  const body = toCsv(
    [
      { header: t('csv.title'), cell: (need) => need.title },
      { header: t('csv.material'), cell: (need) => tMaterial(`type.${need.material}.name`) },
      { header: t('csv.open'), cell: (need) => need.openMilli / 1000 },
      { header: t('csv.unit'), cell: (need) => need.unit },
      { header: t('csv.code'), cell: (need) => need.communeCode },
      { header: t('csv.commune'), cell: (need) => need.communeName },
      { header: t('csv.from'), cell: (need) => need.neededFrom },
      { header: t('csv.until'), cell: (need) => need.neededUntil },
      { header: t('csv.radius'), cell: (need) => need.radiusKm },
      { header: t('csv.condition'), cell: (need) => need.minCondition },
      {
        header: t('csv.budget'),
        cell: (need) => (need.budgetUnitCents === null ? null : need.budgetUnitCents / 100),
      },
      { header: t('csv.taker'), cell: (need) => need.organisationName },
    ],
    needs,
  )
  return download(body, 'besoins.csv', 'text/csv')
}
