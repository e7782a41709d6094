import { addDays } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { Feed } from '~/features/alerts/model/lot-feed'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { translator } from '~/messages/catalogue'
import { feeds } from '~/messages/feeds'
import { materials } from '~/messages/materials'
import { publicLots } from './public-lots.server'
import { publicNeeds } from './public-needs.server'
import type { PublicPage } from './public-page.server'

const ENTRIES = 50

/** A feed, and when it last changed. */
export type DatedFeed = { feed: Feed; changedAtMs: number }

/** A page of a search of lots as a feed. */
export async function lotFeed(request: Request, pathOf: (query: string) => string): Promise<DatedFeed> {
  const found = await publicLots(request, ENTRIES)
  const { locale, origin, points } = found
  const tMaterial = translator(locale, materials)
  const subtitle = translator(locale, feeds)('subtitle', { count: found.total })
  const entries = found.lots.map((lot) => ({
    id: lot.id,
    title: lot.title,
    url: origin + paths.lot(lot.id),
    summary: lotSummary(lot, locale),
    category: tMaterial(`type.${lot.material}.name`),
    author: lot.organisationName,
    publishedMs: lot.publishedAtMs,
    updatedMs: Math.max(lot.updatedAtMs, lot.publishedAtMs),
    point: points.get(lot.communeCode) ?? null,
  }))
  return feedOf(found, { subtitle, entries, pathOf })
}

/** A page of a search of needs as a feed. */
export async function needFeed(request: Request, pathOf: (query: string) => string): Promise<DatedFeed> {
  const found = await publicNeeds(request, ENTRIES)
  const { locale, origin, points } = found
  const tMaterial = translator(locale, materials)
  const subtitle = translator(locale, feeds)('subtitleNeeds', { count: found.total })
  const entries = found.needs.map((need) => ({
    id: need.id,
    title: need.title,
    url: origin + paths.need(need.id),
    summary: needSummary(need, locale),
    category: tMaterial(`type.${need.material}.name`),
    author: need.organisationName,
    publishedMs: need.createdAtMs,
    updatedMs: need.createdAtMs,
    point: points.get(need.communeCode) ?? null,
  }))
  return feedOf(found, { subtitle, entries, pathOf })
}

type FeedParts = Pick<Feed, 'subtitle' | 'entries'> & { pathOf: (query: string) => string }

function feedOf(found: PublicPage, { subtitle, entries, pathOf }: FeedParts): DatedFeed {
  const { locale, name, page, pages, origin, pageUrl, changedAtMs } = found
  const urlAt = (number: number) => origin + pathOf(found.queryAt(number))
  const feed = {
    title: translator(locale, feeds)('title', { name }),
    subtitle,
    locale,
    pageUrl,
    selfUrl: urlAt(page),
    firstUrl: urlAt(1),
    nextUrl: page < pages ? urlAt(page + 1) : null,
    previousUrl: page > 1 ? urlAt(page - 1) : null,
    updatedMs: changedAtMs,
    entries,
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

/** «12 u à Montreuil, entre le 01/10/2026 et le 30/10/2026». */
function needSummary(need: NeedView, locale: Locale): string {
  const format = formatter(locale)
  return translator(locale, feeds)('needSummary', {
    quantity: format.quantity(need.openMilli, need.unit),
    commune: need.communeName,
    from: format.day(need.neededFrom),
    until: format.day(addDays(need.neededUntil, -1)),
  })
}
