import { paths } from '~/core/paths'
import type { FeedKind } from '~/ui/feed-links'

/** The ways to follow a search of lots. */
export const LOT_FEEDS: readonly FeedKind[] = [
  { key: 'atom', type: 'application/atom+xml', pathOf: paths.lotsAtom },
  { key: 'rss', type: 'application/rss+xml', pathOf: paths.lotsRss },
  { key: 'geojson', type: 'application/geo+json', pathOf: paths.lotsGeojson },
  { key: 'ics', type: 'text/calendar', pathOf: paths.lotsIcs },
]
