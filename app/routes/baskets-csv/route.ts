import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { listCoveredBaskets } from '~/features/baskets/find-cover.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { baskets } from '~/messages/baskets'
import { translator } from '~/messages/catalogue'

/** The bills of one's organisation with how much of each is covered, shares from 0 to 1. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'basket:manage')
  const t = translator(await localeOf(request), baskets)
  const share = (value: number) => Math.round(value * 1000) / 1000
  const body = toCsv(
    [
      { header: t('name'), cell: ({ basket }) => basket.title },
      { header: t('commune'), cell: ({ basket }) => basket.communeName },
      { header: t('lines'), cell: ({ all }) => all.lines },
      { header: t('coveredNow'), cell: ({ now }) => share(now.meanShare) },
      { header: t('coveredAll'), cell: ({ all }) => share(all.meanShare) },
      { header: t('until'), cell: ({ basket }) => basket.neededUntil },
      { header: t('address'), cell: ({ basket }) => publicUrlOf(paths.basket(basket.id)) },
    ],
    await listCoveredBaskets(actor.organisationId),
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}
