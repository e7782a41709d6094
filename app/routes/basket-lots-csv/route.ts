import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import { findCover } from '~/features/baskets/find-cover.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { ownBasket } from '~/http/own-basket.server'
import { download } from '~/http/replies.server'
import { baskets } from '~/messages/baskets'
import { translator } from '~/messages/catalogue'

/** Every part of a lot that the best combination gives to a line of a bill. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { basket, lines } = await ownBasket(request, params)
  const locale = await localeOf(request)
  const t = translator(locale, baskets)
  const format = formatter(locale)
  const cover = await findCover(basket, lines)
  const rows = cover.lines.flatMap(({ line, parts }) => parts.map((part) => ({ line, part })))
  const body = toCsv(
    [
      { header: t('column.number'), cell: ({ line }) => line.position + 1 },
      { header: t('column.label'), cell: ({ line }) => line.label },
      { header: t('column.lot'), cell: ({ part }) => part.reference },
      { header: t('column.lotTitle'), cell: ({ part }) => part.title },
      { header: t('column.organisation'), cell: ({ part }) => part.organisationName },
      { header: t('commune'), cell: ({ part }) => part.communeName },
      { header: t('column.km'), cell: ({ part }) => Math.round(part.straightKm * 10) / 10 },
      { header: t('column.wanted'), cell: ({ part }) => part.quantityMilli / MILLI },
      { header: t('column.unit'), cell: ({ part }) => format.unit(part.unit) },
      { header: t('column.asked'), cell: ({ part }) => part.askedCents / 100 },
      {
        header: t('column.netKg'),
        cell: ({ part }) => (part.carbon.claimed > 0 ? part.carbon.netG / 1000 : null),
      },
      { header: t('column.factors'), cell: () => cover.factorVersion },
      { header: t('column.from'), cell: ({ part }) => part.availableFrom },
      { header: t('column.until'), cell: ({ part }) => part.availableUntil },
      { header: t('address'), cell: ({ part }) => publicUrlOf(paths.lot(part.lotId)) },
    ],
    rows,
  )
  return download(body, `${t('csvLotsFile')}.csv`, 'text/csv')
}
