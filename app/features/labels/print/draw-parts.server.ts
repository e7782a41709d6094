import { MARK, mm, MUTED } from '~/platform/pdf/paper'
import type { Pdf, Struct } from '~/platform/pdf/pdf.server'
import { addArtifact, addFigure, addText, textHeight, type TextLook } from '~/platform/pdf/tags.server'
import { spacedCode } from '../model/code'
import { qrPathOf } from '../model/qr-path'
import { qrModules } from '../qr-modules'
import type { PrintedLabel } from './printed-label'

/** A place on a page, in mm from its top left. */
export type Box = { x: number; y: number; width: number; height: number }

/** A picture that the document holds once, however many labels show it. */
export type OpenedPhoto = object

export type Drawing = { pdf: Pdf; parent: Struct; label: PrintedLabel; photo: OpenedPhoto | null }

/** A text in a box, cut at its height; gives the height it took, in mm. */
export function putText(
  { pdf, parent }: Drawing,
  tag: 'H1' | 'P',
  text: string,
  { x, y, width, height }: Box,
  look: TextLook = {},
): number {
  const placed = { ...look, x: mm(x), y: mm(y), width: mm(width), height: mm(height) }
  addText(pdf, parent, tag, text, placed)
  return Math.min(inMm(textHeight(pdf, text, { ...look, width: mm(width) })), height)
}

/** The largest size in points, down to the least, at which a text stays on one line. */
export function fittingSize(
  pdf: Pdf,
  text: string,
  width: number,
  { face, from, least }: { face: 'display' | 'text'; from: number; least: number },
): number {
  for (let size = from; size > least; size -= 0.5) {
    pdf.set(face, size)
    if (pdf.doc.widthOfString(pdf.settable(text)) <= mm(width)) return size
  }
  return least
}

/** The QR code as vectors, its quiet zone within the box. */
export function putQr({ pdf, parent, label }: Drawing, x: number, y: number, side: number): void {
  const { size, d } = qrPathOf(qrModules(label.address))
  const box: [number, number, number, number] = [mm(x), mm(y), mm(x + side), mm(y + side)]
  addFigure(pdf, parent, { alt: label.qrAlt, box }, () => {
    pdf.doc
      .translate(mm(x), mm(y))
      .scale(mm(side) / size)
      .path(d)
      .fill('#000000')
  })
}

/** The photo, cut to its box. */
export function putPhoto({ pdf, parent, label, photo }: Drawing, { x, y, width, height }: Box): void {
  if (!photo || !label.photo) return
  const [left, top, wide, high] = [mm(x), mm(y), mm(width), mm(height)]
  addFigure(pdf, parent, { alt: label.photo.alt, box: [left, top, left + wide, top + high] }, () => {
    pdf.doc.rect(left, top, wide, high).clip()
    const cover = { cover: [wide, high] as [number, number], align: 'center', valign: 'center' } as const
    pdf.doc.image(photo as Buffer, left, top, cover)
  })
  if (!label.photoNote) return
  const note = { x, y: y + height + 0.4, width, height: 2.6 }
  putText({ pdf, parent, label, photo }, 'P', label.photoNote, note, { size: 5.5, colour: MUTED })
}

/** The paint mark under a reference. */
export function putMark({ pdf }: Drawing, x: number, y: number, width: number): void {
  addArtifact(pdf, () => {
    pdf.doc.rect(mm(x), mm(y), mm(width), mm(1.1)).fill(MARK)
  })
}

/** What the code and its address take at the foot of a label: their sizes in points, their height in mm. */
export type CodeBlock = { size: number; typedSize: number; codeHeight: number; height: number }

/** Measures the code in large letters over the address to type, on one line where it fits, on two otherwise. */
export function codeBlock({ pdf, label }: Drawing, width: number, size: number): CodeBlock {
  const typedSize = fittingSize(pdf, label.typed, width, { face: 'text', from: 8, least: 5 })
  const look = { size: typedSize, width: mm(width) }
  const codeHeight = inMm(size * 1.3)
  return { size, typedSize, codeHeight, height: codeHeight + inMm(textHeight(pdf, label.typed, look)) }
}

/** Writes the block with its foot at `bottom`. */
export function putCode(
  drawing: Drawing,
  block: CodeBlock,
  { x, bottom, width }: { x: number; bottom: number; width: number },
): void {
  const { size, typedSize, codeHeight, height } = block
  const y = bottom - height
  const code = { x, y, width, height: codeHeight + 1 }
  putText(drawing, 'P', spacedCode(drawing.label.code), code, { face: 'display', size })
  const typed = { x, y: y + codeHeight, width, height: height - codeHeight + 1 }
  putText(drawing, 'P', drawing.label.typed, typed, { size: typedSize, colour: MUTED })
}

/** Lines to write on by hand, on a blank label. */
export function putLines({ pdf }: Drawing, { x, y, width, height }: Box): void {
  addArtifact(pdf, () => {
    for (let line = y + 7; line <= y + height; line += 7) {
      pdf.doc.moveTo(mm(x), mm(line)).lineTo(mm(x + width), mm(line))
    }
    pdf.doc.lineWidth(0.5).stroke(MUTED)
  })
}

function inMm(points: number): number {
  return (points * 25.4) / 72
}
