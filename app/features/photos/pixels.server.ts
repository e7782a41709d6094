import sharp from 'sharp'
import { ok, type Result } from '~/core/result'
import { checkPhoto, refusePhoto } from './check-photo.server'
import { MAX_PIXELS } from './model/limits'
import type { Pixels } from './model/pixels'

/** The side of the square that the classifier looks at, in pixels. */
export const MODEL_SIDE_PX = 320

/**
 * Turns a photo file into the pixels a model looks at: upright, opaque on white, squashed to a square.
 * Throws when the file is truncated, is no image, or is too large. The work is done by sharp's threads.
 */
export async function pixelsForModel(image: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: MODEL_SIDE_PX, height: MODEL_SIDE_PX, fit: 'fill', kernel: 'lanczos3' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`Expected 3 channels, decoded ${info.channels}`)
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

/** The pixels of a photo as a visitor sent it, without storing or encoding it. Refuses what `checkPhoto` refuses. */
export async function pixelsOfUpload(bytes: Uint8Array, name: string): Promise<Result<Pixels>> {
  const checked = await checkPhoto(bytes, name)
  if (!checked.ok) return checked
  try {
    return ok(await pixelsForModel(Buffer.from(bytes)))
  } catch {
    return refusePhoto('photo-unreadable', name)
  }
}
