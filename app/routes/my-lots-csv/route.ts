import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { askedShelf, shelfOf } from '~/features/lots/model/shelves'
import { listLotsOf } from '~/features/lots/queries.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { lotColumnsIn } from '~/http/lot-columns.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { myLots } from '~/messages/my-lots'

/** The lots of one's organisation in the state that the page shows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const url = new URL(request.url)
  const shelf = askedShelf(url.searchParams.get('etat'))
  const today = isoDayOf(nowMs())
  const lots = (await listLotsOf(actor.organisationId)).filter(
    (lot) => shelfOf(lotStateOf(lot, today)) === shelf,
  )
  const locale = await localeOf(request)
  const name = `${translator(locale, myLots)('csvFile')}-${shelf}.csv`
  return download(toCsv(lotColumnsIn(locale, publicUrl()), lots), name, 'text/csv')
}
