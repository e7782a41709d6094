import type { QrPath } from '~/features/labels/model/qr-path'
import { INK, MARK } from '~/platform/pdf/paper'
import type { Pdf, Struct } from '~/platform/pdf/pdf.server'
import { addArtifact, addFigure, addLink, addText } from '~/platform/pdf/tags.server'

/** A box on the page, in points from its left and top. */
export type Box = { x: number; y: number; width: number; height: number }

const HEAD = 74

/** The frame of a site tag, its punched hole and the rule of a tape measure; gives the point below it. */
export function drawTag(pdf: Pdf, { x, y, width }: Omit<Box, 'height'>): number {
  const { doc } = pdf
  addArtifact(pdf, () => {
    doc.save().roundedRect(x, y, width, HEAD, 5).clip()
    drawTape(pdf, { x, y: y + HEAD - 14, width, height: 14 })
    doc.restore()
    doc.lineWidth(1.6).strokeColor(INK)
    doc.roundedRect(x, y, width, HEAD, 5).stroke()
    doc.circle(x + 26, y + 30, 9).stroke()
  })
  return y + HEAD
}

/** What a tag says: what it is, in small, and its reference, large. */
export function addTagTexts(
  pdf: Pdf,
  parent: Struct,
  { kind, reference }: { kind: string; reference: string },
  { x, y, width }: Omit<Box, 'height'>,
): void {
  const place = { x: x + 50, width: width - 60 }
  addText(pdf, parent, 'P', kind, { ...place, face: 'strong', size: 9, y: y + 11 })
  addText(pdf, parent, 'P', reference, { ...place, face: 'display', size: 25, y: y + 22 })
}

/** A tape measure: yellow, a long stroke every ten. */
function drawTape(pdf: Pdf, { x, y, width, height }: Box): void {
  const { doc } = pdf
  doc.rect(x, y, width, height).fill(MARK)
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(1.2)
    .stroke(INK)
  doc.lineWidth(0.8).strokeColor(INK)
  const step = 5
  for (let index = 1; index * step < width; index += 1) {
    const long = index % 10 === 0 ? 9 : index % 5 === 0 ? 6.5 : 4
    doc.moveTo(x + index * step, y).lineTo(x + index * step, y + long)
  }
  doc.stroke()
}

/** A text on marking yellow, as wide as it needs; gives the point below it. */
export function drawMarked(pdf: Pdf, text: string, { x, y }: { x: number; y: number }): number {
  const { doc } = pdf
  pdf.set('strong', 10.5)
  const width = doc.widthOfString(pdf.settable(text)) + 12
  addArtifact(pdf, () => doc.roundedRect(x, y, width, 19, 2).fill(MARK))
  return y + 19
}

/** The QR code of an address, as vectors, with the address in letters below; gives the point below both. */
export function addQr(
  pdf: Pdf,
  parent: Struct,
  { qr, url, hint, shown }: { qr: QrPath; url: string; hint: string; shown: string },
  { x, y, width }: Omit<Box, 'height'>,
): number {
  const { doc } = pdf
  addFigure(pdf, parent, { alt: `${hint} : ${shown}`, box: [x, y, x + width, y + width] }, () => {
    doc.translate(x, y).scale(width / qr.size)
    doc.path(qr.d).fill(INK)
  })
  doc.y = y + width
  addLink(pdf, parent, { text: shown, url, hint }, { size: 7.5, x, y: y + width + 1, width })
  return doc.y
}
