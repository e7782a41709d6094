import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { Feed } from '~/features/alerts/model/lot-feed'
import type { LotView } from '~/features/lots/model/lot'
import { translator } from '~/messages/catalogue'
import { feeds } from '~/messages/feeds'
import { materials } from '~/messages/materials'
import { publicLots } from './public-lots.server'

const ENTRIES = 50

/** A page of a search of lots as a feed, and when it last changed. */
export async function lotFeed(
  request: Request,
  pathOf: (query: string) => string,
): Promise<{ feed: Feed; changedAtMs: number }> {
  const found = await publicLots(request, ENTRIES)
  const { locale, name, page, pages, origin, pageUrl, points, changedAtMs } = found
  const t = translator(locale, feeds)
  const tMaterial = translator(locale, materials)
  const urlAt = (number: number) => origin + pathOf(found.queryAt(number))
  const feed = {
    title: t('title', { name }),
    subtitle: t('subtitle', { count: found.total }),
    locale,
    pageUrl,
    selfUrl: urlAt(page),
    firstUrl: urlAt(1),
    nextUrl: page < pages ? urlAt(page + 1) : null,
    previousUrl: page > 1 ? urlAt(page - 1) : null,
    updatedMs: changedAtMs,
    entries: found.lots.map((lot) => ({
      id: lot.id,
      title: lot.title,
      url: origin + paths.lot(lot.id),
      summary: lotSummary(lot, locale),
      category: tMaterial(`type.${lot.material}.name`),
      author: lot.organisationName,
      publishedMs: lot.publishedAtMs,
      updatedMs: Math.max(lot.updatedAtMs, lot.publishedAtMs),
      point: points.get(lot.communeCode) ?? null,
    })),
  }
  return { feed, changedAtMs }
}

/** «12 u à Montreuil, jusqu’au 30/10/2026, à titre gratuit». */
export function lotSummary(lot: LotView, locale: Locale): string {
  const t = translator(locale, feeds)
  const format = formatter(locale)
  const price =
    lot.unitPriceCents === 0
      ? t('gift')
      : t('price', { price: format.euros(lot.unitPriceCents), unit: format.unit(lot.unit) })
  return t('summary', {
    quantity: format.quantity(lot.availableMilli, lot.unit),
    commune: lot.communeName,
    day: format.day(addDays(lot.availableUntil, -1)),
    price,
  })
}
