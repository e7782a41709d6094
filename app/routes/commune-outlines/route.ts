import { readOutlines } from '~/features/map/outline-file.server'
import { notFound } from '~/http/replies.server'

/** The imported outlines of the communes; its address changes with each import, so that it can be kept for long. */
export async function loader() {
  const outlines = await readOutlines()
  if (outlines === null) throw notFound()
  return new Response(outlines, {
    headers: {
      'Content-Type': 'application/geo+json; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
    },
  })
}
