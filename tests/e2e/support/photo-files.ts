import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { MAX_PHOTO_BYTES } from '~/features/photos/model/limits'

export type PhotoFile = { name: string; mimeType: string; buffer: Buffer }

/** A plain photo, of which the model has nothing to say. */
export async function plainPhoto(name = 'lot.jpg'): Promise<PhotoFile> {
  const buffer = await sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: 150, g: 120, b: 95 } },
  })
    .jpeg()
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** A file that no browser draws and that weighs more than a photo may. */
export function heavyPhoto(name: string): PhotoFile {
  return { name, mimeType: 'image/jpeg', buffer: randomBytes(MAX_PHOTO_BYTES + 1024) }
}

/** A photo whose transfer was cut off. */
export async function tornPhoto(name: string): Promise<PhotoFile> {
  const { buffer } = await plainPhoto()
  return { name, mimeType: 'image/jpeg', buffer: buffer.subarray(0, 300) }
}
