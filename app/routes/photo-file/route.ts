import type { LoaderFunctionArgs } from '@remix-run/node'
import { readRendition } from '~/features/photos/read-rendition.server'
import { orNotFound } from '~/http/replies.server'

/**
 * A rendition of a photo. Its key is unguessable and its bytes never change, so a browser keeps it for a
 * year. The server forbids sniffing its type, as it does for every reply.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = orNotFound(await readRendition(`${params.folder ?? ''}/${params.file ?? ''}`))
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.byteLength),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
