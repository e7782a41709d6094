import { element, xmlDocument, type Xml } from '~/core/xml'

/** A page of a feed, with absolute addresses. */
export type Feed = {
  title: string
  subtitle: string
  locale: string
  /** The page for people that shows the same. */
  pageUrl: string
  selfUrl: string
  firstUrl: string
  nextUrl: string | null
  previousUrl: string | null
  updatedMs: number
  entries: readonly FeedEntry[]
}

export type FeedEntry = {
  id: string
  title: string
  url: string
  summary: string
  category: string
  author: string
  publishedMs: number
  updatedMs: number
  point: { lat: number; lon: number } | null
}

const ATOM = 'http://www.w3.org/2005/Atom'
const GEORSS = 'http://www.georss.org/georss'

/** An Atom feed (RFC 4287, 2005), paged (RFC 5005, 2007), with the point of each entry (GeoRSS-Simple). */
export function atomFeed(feed: Feed): string {
  const links: [rel: string, href: string | null][] = [
    ['self', feed.selfUrl],
    ['alternate', feed.pageUrl],
    ['first', feed.firstUrl],
    ['previous', feed.previousUrl],
    ['next', feed.nextUrl],
  ]
  return xmlDocument(
    element(
      'feed',
      { xmlns: ATOM, 'xmlns:georss': GEORSS, 'xml:lang': feed.locale },
      element('id', {}, feed.firstUrl),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.subtitle),
      element('updated', {}, timestamp(feed.updatedMs)),
      element('author', {}, element('name', {}, 'Gisement')),
      ...links.map(([rel, href]) => href && element('link', { rel, href, ...typeOf(rel) })).map(orNull),
      ...feed.entries.map(atomEntry),
    ),
  )
}

function typeOf(rel: string): Record<string, string> {
  return { type: rel === 'alternate' ? 'text/html' : 'application/atom+xml' }
}

function orNull(link: Xml | '' | null): Xml | null {
  return link || null
}

function atomEntry(entry: FeedEntry): Xml {
  return element(
    'entry',
    {},
    element('id', {}, `urn:uuid:${entry.id}`),
    element('title', {}, entry.title),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    element('published', {}, timestamp(entry.publishedMs)),
    element('updated', {}, timestamp(entry.updatedMs)),
    element('author', {}, element('name', {}, entry.author)),
    element('category', { term: entry.category }),
    element('summary', {}, entry.summary),
    point(entry),
  )
}

/** The same as RSS 2.0 (RSS Advisory Board, 2009). */
export function rssFeed(feed: Feed): string {
  const self = { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }
  return xmlDocument(
    element(
      'rss',
      { version: '2.0', 'xmlns:atom': ATOM, 'xmlns:georss': GEORSS },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.pageUrl),
        element('description', {}, feed.subtitle),
        element('language', {}, feed.locale),
        element('lastBuildDate', {}, new Date(feed.updatedMs).toUTCString()),
        element('atom:link', self),
        feed.nextUrl === null ? null : element('atom:link', { rel: 'next', href: feed.nextUrl }),
        ...feed.entries.map(rssItem),
      ),
    ),
  )
}

function rssItem(entry: FeedEntry): Xml {
  return element(
    'item',
    {},
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${entry.id}`),
    element('pubDate', {}, new Date(entry.publishedMs).toUTCString()),
    element('category', {}, entry.category),
    element('description', {}, entry.summary),
    point(entry),
  )
}

function point({ point: at }: FeedEntry): Xml | null {
  return at && element('georss:point', {}, `${at.lat} ${at.lon}`)
}

function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
