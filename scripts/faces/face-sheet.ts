import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import { zoneBetween, type Zone } from '~/core/zone'

/** The sheet of faces that the detector's package comes with: eighteen across, six down, from this row of pixels on. */
const SHEET = {
  file: 'assets/screenshot-facematch.jpg',
  columns: 18,
  rows: 6,
  top: 282,
  width: 1920,
  height: 954,
}
/** Of a tile, what is face: the writing at its edges is cut off. */
const MARGIN = 0.13

type Encoded = { bytes: Uint8Array; width: number; height: number }

/** The faces of the sheet, each as a small picture. They are read from the installed package and kept nowhere. */
export async function facesOfSheet(): Promise<Buffer[]> {
  const entry = createRequire(import.meta.url).resolve('@vladmandic/human')
  const sheet = await sharp(path.resolve(path.dirname(entry), '..', SHEET.file)).toBuffer()
  const across = SHEET.width / SHEET.columns
  const down = (SHEET.height - SHEET.top) / SHEET.rows
  const tiles = Array.from({ length: SHEET.columns * SHEET.rows }, (_, tile) => ({
    left: Math.round(across * ((tile % SHEET.columns) + MARGIN)),
    top: Math.round(SHEET.top + down * (Math.floor(tile / SHEET.columns) + MARGIN)),
    width: Math.floor(across * (1 - 2 * MARGIN)),
    height: Math.floor(down * (1 - 2 * MARGIN)),
  }))
  return Promise.all(tiles.map((tile) => sharp(sheet).extract(tile).png().toBuffer()))
}

/** A photo as the product stores it: upright, 1600 pixels at most, WebP. */
export async function encodedPhoto(image: Buffer): Promise<Encoded> {
  const { data, info } = await sharp(image)
    .rotate()
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/** A photo of 1600 × 1200 with a face of a height in it, somewhere that depends on `index`, and where it is. */
export async function paste(
  face: Buffer,
  { height, background, index }: { height: number; background: string | null; index: number },
): Promise<{ bytes: Uint8Array; size: { width: number; height: number }; zone: Zone }> {
  const size = { width: 1600, height: 1200 }
  const small = await sharp(face).resize({ height }).toBuffer({ resolveWithObject: true })
  const left = (index * 353) % (size.width - small.info.width)
  const top = (index * 211) % (size.height - height)
  const under = background
    ? sharp(background)
        .rotate()
        .resize({ ...size, fit: 'cover' })
    : sharp({ create: { ...size, channels: 3, background: '#8a8a86' } })
  const bytes = await under
    .composite([{ input: small.data, left, top }])
    .webp({ quality: 78 })
    .toBuffer()
  const zone = zoneBetween(
    { x: left / size.width, y: top / size.height },
    { x: (left + small.info.width) / size.width, y: (top + height) / size.height },
  )
  return { bytes, size, zone }
}
