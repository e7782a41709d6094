import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { ok, refused, type Result } from '~/core/result'
import { MAX_PHOTO_BYTES, MAX_PIXELS, RENDITION_WIDTHS, type RenditionWidth } from './model/limits'
import { formatOfBytes } from './model/signature'

sharp.block({ operation: ['VipsForeignLoadSvg'] })

export type Rendition = { width: RenditionWidth; format: 'webp' | 'jpg'; bytes: Uint8Array }
export type Renditions = { width: number; height: number; files: Rendition[] }

/**
 * Decodes a photo and re-encodes it upright at each width, without its EXIF, GPS or any other metadata.
 * Refuses `photo-too-large`, `photo-type` (by content, whatever the file's name) and `photo-unreadable`; `name` tells the person which.
 */
export async function makeRenditions(bytes: Uint8Array, name: string): Promise<Result<Renditions>> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) return refusePhoto('photo-too-large', name)
  const format = formatOfBytes(bytes)
  if (!format) return refusePhoto('photo-type', name)
  const head = await readHead(bytes)
  if (head?.format !== format) return refusePhoto('photo-unreadable', name)
  if (head.width * head.height > MAX_PIXELS) return refusePhoto('photo-too-large', name)
  try {
    const upright = await decode(bytes)
      .rotate()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const files = await Promise.all([
      ...RENDITION_WIDTHS.map((width) => encode(upright, width, 'webp')),
      encode(upright, 960, 'jpg'),
    ])
    return ok({ width: upright.info.width, height: upright.info.height, files })
  } catch {
    return refusePhoto('photo-unreadable', name)
  }
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

function decode(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
}

async function encode(
  image: { data: Buffer; info: OutputInfo },
  width: RenditionWidth,
  format: 'webp' | 'jpg',
): Promise<Rendition> {
  const { info } = image
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const resized = sharp(image.data, { raw }).resize({ width, withoutEnlargement: true })
  const encoded =
    format === 'webp' ? resized.webp({ quality: 78 }) : resized.jpeg({ quality: 80, mozjpeg: true })
  return { width, format, bytes: await encoded.toBuffer() }
}

function refusePhoto(code: 'photo-too-large' | 'photo-type' | 'photo-unreadable', name: string) {
  return refused(code, { field: 'photos', params: { name } })
}
