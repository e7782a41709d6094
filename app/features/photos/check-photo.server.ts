import sharp from 'sharp'
import { ok, refused, type Refused, type Result } from '~/core/result'
import { MAX_PHOTO_BYTES, MAX_PIXELS } from './model/limits'
import { formatOfBytes } from './model/signature'

sharp.block({ operation: ['VipsForeignLoadSvg'] })

/**
 * Looks at a photo's size, first bytes and header before anything decodes it.
 * Refuses `photo-too-large`, `photo-type` (by content, whatever the file's name) and `photo-unreadable`.
 */
export async function checkPhoto(bytes: Uint8Array, name: string): Promise<Result<null>> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) return refusePhoto('photo-too-large', name)
  const format = formatOfBytes(bytes)
  if (!format) return refusePhoto('photo-type', name)
  const head = await readHead(bytes)
  if (head?.format !== format) return refusePhoto('photo-unreadable', name)
  return head.width * head.height > MAX_PIXELS ? refusePhoto('photo-too-large', name) : ok(null)
}

/** A refusal that names the photo. */
export function refusePhoto(
  code: 'photo-too-large' | 'photo-type' | 'photo-unreadable',
  name: string,
): Refused {
  return refused(code, { field: 'photos', params: { name } })
}

async function readHead(
  bytes: Uint8Array,
): Promise<{ format: string; width: number; height: number } | null> {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return format && width && height ? { format, width, height } : null
  } catch {
    return null
  }
}
