import { robotsText } from '~/http/sitemap.server'

export function loader() {
  return new Response(robotsText(), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
