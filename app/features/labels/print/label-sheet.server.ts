import type { Locale } from '~/core/locale'
import { nowMs } from '~/core/clock'
import { readRendition } from '~/features/photos/read-rendition.server'
import { mm } from '~/platform/pdf/paper'
import { createBreath, streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addGroup } from '~/platform/pdf/tags.server'
import { placeLabels, type SheetFormat } from '../model/sheet-format'
import { drawLabel } from './draw-label.server'
import type { OpenedPhoto } from './draw-parts.server'
import type { PrintedLabel } from './printed-label'

type LabelSheet = {
  labels: readonly PrintedLabel[]
  format: SheetFormat
  /** The first free place of the first sheet, from 1. */
  start: number
  title: string
  locale: Locale
}

/** Labels as a tagged PDF: each a section with its reference as heading, its texts, and its pictures in words. */
export function labelSheet({
  labels,
  format,
  start,
  title,
  locale,
}: LabelSheet): Promise<ReadableStream<Uint8Array>> {
  const size = [mm(format.pageWidth), mm(format.pageHeight)] as const
  const places = placeLabels(format, labels.length, start)
  return streamPdf({ title, locale, createdAtMs: nowMs(), size, margin: 0 }, async (pdf) => {
    const breathe = createBreath()
    const openPhoto = photoOpener(pdf)
    let page = 0
    for (const [index, label] of labels.entries()) {
      const place = places[index]!
      for (; page < place.page; page += 1) pdf.doc.addPage({ size: [...size], margin: 0 })
      const photo = label.photo && format.look !== 'small' ? await openPhoto(label.photo.key) : null
      const parent = addGroup(pdf, pdf.root, 'Sect')
      const box = { x: place.x, y: place.y, width: format.labelWidth, height: format.labelHeight }
      drawLabel({ pdf, parent, label, photo }, box, format.look)
      parent.end()
      await breathe()
    }
  })
}

/** Opens each photo once: a hundred labels of one lot hold one picture. */
function photoOpener({ doc }: Pdf): (key: string) => Promise<OpenedPhoto | null> {
  const opened = new Map<string, OpenedPhoto | null>()
  const { openImage } = doc as unknown as { openImage: (bytes: Buffer) => OpenedPhoto }
  return async (key) => {
    const known = opened.get(key)
    if (known !== undefined) return known
    const file = await readRendition(key)
    const photo = file && openImage.call(doc, Buffer.from(file.bytes))
    opened.set(key, photo)
    return photo
  }
}
