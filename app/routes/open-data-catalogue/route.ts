import { dcatCatalogue } from '~/http/dcat.server'

/** The catalogue of open data for portals that harvest it. */
export async function loader() {
  return new Response(JSON.stringify(await dcatCatalogue(), null, 2), {
    headers: { 'Content-Type': 'application/ld+json', 'Cache-Control': 'public, max-age=300' },
  })
}
