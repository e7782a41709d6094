import type { PublicPage } from './public-page.server'

/** A page of features as the text of a GeoJSON collection (RFC 7946, 2016), with links from page to page. */
export function featurePage(
  { origin, total, page, pages, queryAt }: PublicPage,
  { features, pathOf }: { features: readonly object[]; pathOf: (query: string) => string },
): string {
  const link = (rel: string, number: number) => ({
    rel,
    type: 'application/geo+json',
    href: origin + pathOf(queryAt(number)),
  })
  return JSON.stringify({
    type: 'FeatureCollection',
    numberMatched: total,
    numberReturned: features.length,
    links: [
      link('self', page),
      ...(page > 1 ? [link('prev', page - 1)] : []),
      ...(page < pages ? [link('next', page + 1)] : []),
    ],
    features,
  })
}
