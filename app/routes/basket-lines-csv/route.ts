import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { MILLI } from '~/core/units'
import { findCover } from '~/features/baskets/find-cover.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { ownBasket } from '~/http/own-basket.server'
import { download } from '~/http/replies.server'
import { baskets } from '~/messages/baskets'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

/** The lines of a bill with what reuse covers of each; figures that nobody knows are empty. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { basket, lines } = await ownBasket(request, params)
  const locale = await localeOf(request)
  const t = translator(locale, baskets)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const cover = await findCover(basket, lines)
  const kg = (grams: number, claimed: number) => (claimed > 0 ? grams / 1000 : null)
  const euros = (cents: number | null | undefined) => (cents == null ? null : cents / 100)
  const body = toCsv(
    [
      { header: t('column.number'), cell: ({ line }) => line.position + 1 },
      { header: t('column.label'), cell: ({ line }) => line.label },
      {
        header: t('column.material'),
        cell: ({ line }) => line.material && tMaterial(`type.${line.material}.name`),
      },
      { header: t('column.unit'), cell: ({ line }) => format.unit(line.unit) },
      { header: t('column.wanted'), cell: ({ line }) => line.quantityMilli / MILLI },
      { header: t('column.covered'), cell: ({ coveredMilli }) => coveredMilli / MILLI },
      { header: t('column.share'), cell: ({ share }) => Math.round(share * 1000) / 1000 },
      { header: t('column.left'), cell: ({ leftMilli }) => leftMilli / MILLI },
      { header: t('column.lots'), cell: ({ parts }) => parts.map(({ reference }) => reference).join(' ') },
      { header: t('column.netKg'), cell: ({ carbon }) => kg(carbon.netG, carbon.claimed) },
      { header: t('column.lowKg'), cell: ({ carbon }) => kg(carbon.lowG, carbon.claimed) },
      { header: t('column.highKg'), cell: ({ carbon }) => kg(carbon.highG, carbon.claimed) },
      { header: t('column.newPrice'), cell: ({ line }) => euros(line.newUnitPriceCents) },
      { header: t('column.new'), cell: ({ money }) => euros(money?.newCents) },
      { header: t('column.asked'), cell: ({ money }) => euros(money?.askedCents) },
      { header: t('column.savedCsv'), cell: ({ money }) => euros(money?.savedCents) },
    ],
    cover.lines,
  )
  return download(body, `${t('csvLines')}.csv`, 'text/csv')
}
