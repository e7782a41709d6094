import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import { askedNeedShelf, needShelfOf } from '~/features/needs/model/need-shelves'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { listedNeedsOf } from '~/http/listed-needs.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { myNeeds } from '~/messages/my-needs'
import { needs as needTexts } from '~/messages/needs'

/** The needs of one's organisation in the state that the page shows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'need:manage')
  const url = new URL(request.url)
  const shelf = askedNeedShelf(url.searchParams.get('etat'))
  const locale = await localeOf(request)
  const t = translator(locale, myNeeds)
  const tNeed = translator(locale, needTexts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const rows = (await listedNeedsOf(actor.organisationId)).filter(({ state }) => needShelfOf(state) === shelf)
  const body = toCsv(
    [
      { header: t('need'), cell: ({ need }) => need.title },
      { header: tNeed('csv.material'), cell: ({ need }) => tMaterial(`type.${need.material}.name`) },
      { header: t('stateOf'), cell: ({ state }) => tNeed(`status.${state}`) },
      { header: t('quantity'), cell: ({ need }) => need.quantityMilli / MILLI },
      { header: t('served'), cell: ({ need }) => (need.quantityMilli - need.openMilli) / MILLI },
      { header: t('left'), cell: ({ need }) => need.openMilli / MILLI },
      { header: tNeed('csv.unit'), cell: ({ need }) => format.unit(need.unit) },
      { header: t('matches'), cell: ({ matches }) => matches },
      { header: tNeed('csv.from'), cell: ({ need }) => need.neededFrom },
      { header: tNeed('csv.until'), cell: ({ need }) => need.neededUntil },
      { header: tNeed('csv.commune'), cell: ({ need }) => need.communeName },
      { header: tNeed('csv.code'), cell: ({ need }) => need.communeCode },
      { header: t('csvLink'), cell: ({ need }) => publicUrl() + paths.need(need.id) },
    ],
    rows,
  )
  return download(body, `${t('csvFile')}-${shelf}.csv`, 'text/csv')
}
