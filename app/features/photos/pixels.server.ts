import sharp from 'sharp'
import { ok, type Result } from '~/core/result'
import { checkPhoto, refusePhoto } from './check-photo.server'
import { MAX_PIXELS } from './model/limits'
import type { Pixels } from './model/pixels'

/** The square that a model looks at: the whole photo squashed to it, or its middle. */
export type PixelFrame = { sidePx: number; fit: 'squash' | 'middle' }

/** The side of the square that our own model looks at, in pixels. */
export const MODEL_SIDE_PX = 320
const OWN_FRAME: PixelFrame = { sidePx: MODEL_SIDE_PX, fit: 'squash' }

/**
 * Turns a photo file into the pixels a model looks at: upright, opaque on white, cut to a square.
 * Throws when the file is truncated, is no image, or is too large. The work is done by sharp's threads.
 */
export async function pixelsForModel(image: Buffer, frame?: PixelFrame | null): Promise<Pixels> {
  const { sidePx, fit } = frame ?? OWN_FRAME
  const { data, info } = await sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: sidePx, height: sidePx, fit: fit === 'squash' ? 'fill' : 'cover', kernel: 'lanczos3' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`Expected 3 channels, decoded ${info.channels}`)
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

/** A part of a picture, in its pixels, and the side of the square that it is brought within. */
type View = { left: number; top: number; width: number; height: number; side: number }

/**
 * Parts of an upright picture, each as a square of its own: to scale, from the top left corner, black beyond. Throws
 * when the file is no image or a part reaches out of it.
 */
export async function pixelsOfViews(picture: Uint8Array, views: readonly View[]): Promise<Pixels[]> {
  const { data, info } = await sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return Promise.all(
    views.map(async ({ side, ...part }) => {
      const square = await sharp(data, { raw })
        .extract(part)
        .resize({ width: side, height: side, fit: 'contain', position: 'left top', background: '#000000' })
        .raw()
        .toBuffer()
      return { data: new Uint8Array(square), width: side, height: side }
    }),
  )
}

/** The pixels of a photo as a visitor sent it, without storing or encoding it. Refuses what `checkPhoto` refuses. */
export async function pixelsOfUpload(
  bytes: Uint8Array,
  name: string,
  frame?: PixelFrame | null,
): Promise<Result<Pixels>> {
  const checked = await checkPhoto(bytes, name)
  if (!checked.ok) return checked
  try {
    return ok(await pixelsForModel(Buffer.from(bytes), frame))
  } catch {
    return refusePhoto('photo-unreadable', name)
  }
}
