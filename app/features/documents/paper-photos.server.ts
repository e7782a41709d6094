import { renditionKey } from '~/features/photos/model/limits'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { readRendition } from '~/features/photos/read-rendition.server'
import type { Pdf } from '~/platform/pdf/pdf.server'
import { writeText } from '~/platform/pdf/tags.server'
import type { Box } from './paper-tag.server'

/** A photo as paper takes it: its JPEG rendition. */
export type PaperPhoto = { bytes: Buffer; isSynthetic: boolean }

/** A sheet shows this many photos at most. */
const MOST = 5

/** The first photos of a lot, in their order; one whose file is gone is left out. */
export async function readPaperPhotos(lotId: string): Promise<PaperPhoto[]> {
  const photos = (await listPhotosOfLots([lotId])).get(lotId) ?? []
  const read = await Promise.all(
    photos.slice(0, MOST).map(async ({ storageKey, isSynthetic }) => {
      const file = await readRendition(renditionKey(storageKey, 960, 'jpg'))
      return file ? [{ bytes: Buffer.from(file.bytes), isSynthetic }] : []
    }),
  )
  return read.flat()
}

/** Draws a photo that fills its box, its edges cut where they must be. */
export function drawPhoto(pdf: Pdf, photo: PaperPhoto, box: Box, synthetic: string): void {
  const { doc } = pdf
  const { x, y, width, height } = box
  doc.save().roundedRect(x, y, width, height, 3).clip()
  doc.image(photo.bytes, x, y, { cover: [width, height], align: 'center', valign: 'center' })
  doc.restore()
  if (!photo.isSynthetic) return
  pdf.set('text', 7.5)
  const long = doc.widthOfString(synthetic) + 8
  doc.rect(x + width - long, y + height - 13, long, 13).fill('#ffffff')
  writeText(pdf, synthetic, { size: 7.5, x: x + width - long + 4, y: y + height - 11, width: long })
}
