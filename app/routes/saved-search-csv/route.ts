import type { LoaderFunctionArgs } from '@remix-run/node'
import { addDays, isoDayOf } from '~/core/days'
import { MILLI } from '~/core/units'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { foundRowsOf, ownSearch } from '~/http/found-rows.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { alerts } from '~/messages/alerts'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

const MOST_ROWS = 500

/** What one of the person's searches found, as far as it is still open. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const search = await ownSearch(actor, params.searchId ?? '')
  const locale = await localeOf(request)
  const t = translator(locale, alerts)
  const tMaterial = translator(locale, materials)
  const body = toCsv(
    [
      { header: t('one.what'), cell: ({ item }) => item?.title ?? t('one.goneItem') },
      { header: t('one.material'), cell: ({ item }) => item && tMaterial(`type.${item.material}.name`) },
      { header: t('one.quantity'), cell: ({ item }) => item && item.milli / MILLI },
      { header: t('one.commune'), cell: ({ item }) => item && item.communeName },
      { header: t('one.until'), cell: ({ item }) => item && addDays(item.until, -1) },
      { header: t('one.foundOn'), cell: ({ foundAtMs }) => isoDayOf(foundAtMs) },
      { header: t('one.state'), cell: ({ item }) => t(item ? 'one.open' : 'one.gone') },
      { header: t('csv.address'), cell: ({ path }) => publicUrlOf(path) },
    ],
    await foundRowsOf(search, MOST_ROWS),
  )
  return download(body, `${t('csv.fileOne')}.csv`, 'text/csv')
}
