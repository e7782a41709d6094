import sharp from 'sharp'
import { ok, type Result } from '~/core/result'
import { checkPhoto, refusePhoto } from './check-photo.server'
import { MAX_PIXELS } from './model/limits'

/** Red, green, blue and opacity of each pixel, row by row. */
export type CodePixels = { data: Uint8ClampedArray; width: number; height: number }

/** Above this many pixels on a side, a reader of codes takes longer and finds no more. */
const SIDE_PX = 1200

/** The pixels of a photo that may show a code, upright and nothing of it stored. Refuses what `checkPhoto` refuses. */
export async function codePixelsOfUpload(bytes: Uint8Array, name: string): Promise<Result<CodePixels>> {
  const checked = await checkPhoto(bytes, name)
  if (!checked.ok) return checked
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: SIDE_PX, height: SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return ok({ data: new Uint8ClampedArray(data), width: info.width, height: info.height })
  } catch {
    return refusePhoto('photo-unreadable', name)
  }
}
