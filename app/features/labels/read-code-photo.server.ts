import jsQR from 'jsqr'
import { ok, refused, type Result } from '~/core/result'
import { codePixelsOfUpload } from '~/features/photos/code-pixels.server'

/**
 * What the QR code on a photo says, for browsers that run no script. Refuses `label-unread` when none is found, and
 * what photos are refused for.
 */
export async function readCodePhoto(bytes: Uint8Array, name: string): Promise<Result<string>> {
  const pixels = await codePixelsOfUpload(bytes, name)
  if (!pixels.ok) return { ok: false, error: { ...pixels.error, field: 'photo' } }
  const { data, width, height } = pixels.value
  const found = jsQR(data, width, height)
  return found?.data ? ok(found.data) : refused('label-unread', { field: 'photo' })
}
