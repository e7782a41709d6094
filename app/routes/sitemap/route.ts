import type { LoaderFunctionArgs } from '@remix-run/node'
import { orNotFound } from '~/http/replies.server'
import { sitemapOf } from '~/http/sitemap.server'
import { streamOf } from '~/http/streams.server'

/** The public pages for search engines; beyond 50,000 of them, an index of parts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const part = new URL(request.url).searchParams.get('partie')
  return new Response(streamOf(orNotFound(await sitemapOf(part))), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
