import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { ok, type Result } from '~/core/result'
import type { Zone } from '~/core/zone'
import { checkPhoto, refusePhoto } from './check-photo.server'
import { blurZones } from './model/blur-zones'
import { MAX_PIXELS, RENDITION_WIDTHS, type RenditionFormat, type RenditionWidth } from './model/limits'

export type Rendition = { width: RenditionWidth; format: RenditionFormat; bytes: Uint8Array }
export type Renditions = { width: number; height: number; files: Rendition[] }

/**
 * Decodes a photo and re-encodes it upright at each width, without its EXIF, GPS or any other metadata.
 * Refuses what `checkPhoto` refuses, and `photo-unreadable` where decoding fails; `name` tells the person which.
 */
export async function makeRenditions(bytes: Uint8Array, name: string): Promise<Result<Renditions>> {
  const checked = await checkPhoto(bytes, name)
  if (!checked.ok) return checked
  try {
    const upright = await decode(bytes)
      .rotate()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return ok(await encodeAll(upright))
  } catch {
    return refusePhoto('photo-unreadable', name)
  }
}

/**
 * The renditions of a stored photo, from its largest one, with these zones made unrecognisable in each.
 * @throws Error when the file is no picture
 */
export async function blurredRenditions(largest: Uint8Array, zones: readonly Zone[]): Promise<Renditions> {
  const { data, info } = await decode(largest)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const blurred = blurZones({ data: new Uint8Array(data), width, height }, zones)
  return encodeAll({ data: Buffer.from(blurred.data), info })
}

/**
 * Two at a time: each takes one of the process's threads for files and pictures, and whoever asks for a file meanwhile
 * waits for one that is free.
 */
async function encodeAll(image: { data: Buffer; info: OutputInfo }): Promise<Renditions> {
  const [small, middle, large] = RENDITION_WIDTHS
  const [first, second] = await Promise.all([
    encodeInTurn(image, [{ width: large, format: 'webp' }]),
    encodeInTurn(image, [
      { width: small, format: 'webp' },
      { width: middle, format: 'webp' },
      { width: middle, format: 'jpg' },
    ]),
  ])
  return { width: image.info.width, height: image.info.height, files: [...second, ...first] }
}

type Encoding = { width: RenditionWidth; format: 'webp' | 'jpg' }

async function encodeInTurn(
  image: { data: Buffer; info: OutputInfo },
  encodings: readonly Encoding[],
): Promise<Rendition[]> {
  const files: Rendition[] = []
  for (const encoding of encodings) files.push(await encode(image, encoding))
  return files
}

/**
 * On site photos, 57 % of the bytes of the stored WebP. More effort takes several times as long for a few percent
 * (sharp's manual, `avif`).
 */
const AVIF = { quality: 50, effort: 2 } as const

/** The AVIF renditions of a photo, from its largest stored one. One at a time: encoding takes every core it finds. */
export async function makeAvifRenditions(largest: Uint8Array): Promise<Rendition[]> {
  const made: Rendition[] = []
  for (const width of RENDITION_WIDTHS) {
    const bytes = await decode(largest).resize({ width, withoutEnlargement: true }).avif(AVIF).toBuffer()
    made.push({ width, format: 'avif', bytes })
  }
  return made
}

/** Decodes every pixel of a picture and forgets them. @throws Error when it is no picture, or not whole */
export async function decodeWhole(bytes: Uint8Array): Promise<void> {
  await decode(bytes).raw().toBuffer()
}

function decode(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
}

async function encode(
  image: { data: Buffer; info: OutputInfo },
  { width, format }: Encoding,
): Promise<Rendition> {
  const { info } = image
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const resized = sharp(image.data, { raw }).resize({ width, withoutEnlargement: true })
  const encoded =
    format === 'webp' ? resized.webp({ quality: 78 }) : resized.jpeg({ quality: 80, mozjpeg: true })
  return { width, format, bytes: await encoded.toBuffer() }
}
