import type { LoaderFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { RENDITION_WIDTHS, renditionKey } from '~/features/photos/model/limits'
import { findMessagePhotoKey } from '~/features/photos/queries/message-photos.server'
import { readRendition } from '~/features/photos/read-rendition.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { requireThread } from '~/http/reservation-thread.server'

/** A rendition of a photo that came with a message, for the two sides: «<photo>-960.webp» or «….jpg». */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireThread(request, params.reservationId)
  const [, photoId = '', size, format] = /^(.+)-(\d+)\.(webp|jpg)$/.exec(params.file ?? '') ?? []
  const width = RENDITION_WIDTHS.find((known) => String(known) === size)
  if (!width || !isId(photoId)) throw notFound()
  const storageKey = orNotFound(await findMessagePhotoKey(view.id, photoId))
  const key = renditionKey(storageKey, width, format === 'jpg' ? 'jpg' : 'webp')
  const file = orNotFound(await readRendition(key))
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.byteLength),
      'Cache-Control': 'private, no-store',
    },
  })
}
