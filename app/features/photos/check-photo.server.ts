import sharp from 'sharp'
import { ok, refused, type Refused, type Result } from '~/core/result'
import { MAX_PHOTO_BYTES, MAX_PIXELS } from './model/limits'
import { formatOfBytes, refusedFormatOf } from './model/signature'

sharp.block({ operation: ['VipsForeignLoadSvg'] })

/** Why a photo is refused. */
type PhotoFault =
  | 'photo-too-large'
  | 'photo-pixels'
  | 'photo-type'
  | 'photo-heic'
  | 'photo-gif'
  | 'photo-animated'
  | 'photo-unreadable'

/**
 * Looks at a photo's size, first bytes and header before anything decodes it: by content, whatever the file's name.
 * Refuses `photo-too-large` (bytes), `photo-pixels`, `photo-heic`, `photo-gif`, `photo-type` (any other format),
 * `photo-animated` and `photo-unreadable`.
 */
export async function checkPhoto(bytes: Uint8Array, name: string): Promise<Result<null>> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) return refusePhoto('photo-too-large', name)
  if (bytes.byteLength === 0) return refusePhoto('photo-unreadable', name)
  const format = formatOfBytes(bytes)
  if (!format) return refusePhoto(faultOfFormat(bytes), name)
  const head = await readHead(bytes)
  if (head?.format !== format) return refusePhoto('photo-unreadable', name)
  if (head.frames > 1) return refusePhoto('photo-animated', name)
  return head.width * head.height > MAX_PIXELS ? refusePhoto('photo-pixels', name) : ok(null)
}

/** A refusal that names the photo. */
export function refusePhoto(code: PhotoFault, name: string): Refused {
  return refused(code, { field: 'photos', params: { name } })
}

function faultOfFormat(bytes: Uint8Array): PhotoFault {
  const format = refusedFormatOf(bytes)
  return format ? `photo-${format}` : 'photo-type'
}

type Head = { format: string; width: number; height: number; frames: number }

async function readHead(bytes: Uint8Array): Promise<Head | null> {
  try {
    const { format, width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return format && width && height ? { format, width, height, frames: pages ?? 1 } : null
  } catch {
    return null
  }
}
