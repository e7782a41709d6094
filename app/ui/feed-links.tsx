import { feeds } from '~/messages/feeds'
import { useT } from '~/ui/i18n'

/** A way to follow a search from another program. */
export type FeedKind = {
  key: 'atom' | 'rss' | 'geojson' | 'ics'
  type: string
  pathOf: (query: string) => string
}

/** The feeds of a page's search for programs that look for them in its head. */
export function feedMeta(kinds: readonly FeedKind[], query: string) {
  return kinds.map(({ type, pathOf }) => ({ tagName: 'link', rel: 'alternate', type, href: pathOf(query) }))
}

/** The same for people: addresses that keep up to date on their own. */
export function FeedLinks({
  of,
  kinds,
  query,
}: {
  of: 'lots' | 'needs'
  kinds: readonly FeedKind[]
  query: string
}) {
  const t = useT(feeds)
  return (
    <details data-screen-only>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('follow')}</summary>
      <p className="prose-width py-2 text-muted">{t(of === 'lots' ? 'followText' : 'followNeedsText')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {kinds.map(({ key, type, pathOf }) => (
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
