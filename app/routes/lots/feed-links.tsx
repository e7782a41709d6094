import type { MetaDescriptor } from '@remix-run/node'
import { paths } from '~/core/paths'
import { feeds } from '~/messages/feeds'
import { useT } from '~/ui/i18n'

const FEEDS = [
  { key: 'atom', type: 'application/atom+xml', pathOf: paths.lotsAtom },
  { key: 'rss', type: 'application/rss+xml', pathOf: paths.lotsRss },
  { key: 'geojson', type: 'application/geo+json', pathOf: paths.lotsGeojson },
  { key: 'ics', type: 'text/calendar', pathOf: paths.lotsIcs },
] as const

/** The feeds of the page's search for programs that look for them in its head. */
export function feedMeta(query: string): MetaDescriptor[] {
  return FEEDS.map(({ type, pathOf }) => ({ tagName: 'link', rel: 'alternate', type, href: pathOf(query) }))
}

/** The same for people: addresses that keep up to date on their own. */
export function FeedLinks({ query }: { query: string }) {
  const t = useT(feeds)
  return (
    <details data-screen-only>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('follow')}</summary>
      <p className="prose-width py-2 text-muted">{t('followText')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {FEEDS.map(({ key, type, pathOf }) => (
          <li key={key}>
            <a href={pathOf(query)} type={type} className="inline-flex min-h-11 items-center font-semibold">
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
