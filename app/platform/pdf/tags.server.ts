import type { Face } from './make-fonts'
import { INK, LINK } from './paper'
import type { Pdf, Struct } from './pdf.server'

/** The kinds of structure (ISO 32000-1:2008, 14.8.4) that the house's documents are made of. */
export type TextTag = 'H1' | 'H2' | 'H3' | 'P' | 'Caption' | 'Lbl' | 'LBody' | 'Span' | 'TH' | 'TD'

export type TextLook = {
  face?: Face
  size?: number
  colour?: string
  /** Points from the left and the top of the page; where the last text ended by default. */
  x?: number
  y?: number
  width?: number
  align?: 'left' | 'right' | 'center'
  lineGap?: number
  /** Height to cut at, with an ellipsis. */
  height?: number
  characterSpacing?: number
}

/** A group of the structure: a section, a list, a table. End it when all is in it. */
export function addGroup(pdf: Pdf, parent: Struct, tag: string): Struct {
  const group = pdf.doc.struct(tag)
  parent.add(group)
  return group
}

/** Writes a text that is read as `tag`. What is left of the page too small continues on the next one. */
export function addText(pdf: Pdf, parent: Struct, tag: TextTag, text: string, look: TextLook = {}): void {
  const said = pdf.settable(text)
  if (said.trim() === '') return
  parent.add(
    pdf.doc.struct(tag, {}, [
      () => {
        writeText(pdf, said, look)
      },
    ]),
  )
}

/** Writes without a tag: for what stands in a tag already, or in an artifact. */
export function writeText(pdf: Pdf, text: string, look: TextLook = {}): void {
  const { doc } = pdf
  const { face = 'text', size = 10, colour, x = doc.x, y = doc.y, height, ...options } = look
  pdf.set(face, size, colour)
  doc.text(pdf.settable(text), x, y, {
    ...options,
    ...(height !== undefined && { height, ellipsis: '…' }),
  })
}

/** How high a text will be, in points. */
export function textHeight(pdf: Pdf, text: string, look: TextLook): number {
  const { face = 'text', size = 10, width, lineGap, characterSpacing } = look
  pdf.set(face, size)
  return pdf.doc.heightOfString(pdf.settable(text), { width, lineGap, characterSpacing })
}

/** A picture with what it says in words. `box` is where it stands: left, top, right and bottom in points. */
export function addFigure(
  pdf: Pdf,
  parent: Struct,
  { alt, box }: { alt: string; box: [number, number, number, number] },
  draw: () => void,
): void {
  const options = { alt: pdf.settable(alt), bbox: box, placement: 'Block' }
  parent.add(
    pdf.doc.struct('Figure', options, [
      () => {
        pdf.doc.save()
        draw()
        pdf.doc.restore()
      },
    ]),
  )
}

/** A text that leads to an address, on one line. */
export function addLink(
  pdf: Pdf,
  parent: Struct,
  { text, url, hint }: { text: string; url: string; hint?: string },
  look: TextLook = {},
): void {
  const { doc } = pdf
  const { face = 'text', size = 10, colour = LINK, x = doc.x, y = doc.y, width } = look
  const said = pdf.settable(text)
  const link = doc.struct('Link')
  parent.add(link)
  pdf.set(face, size, colour)
  const long = Math.min(doc.widthOfString(said), width ?? Number.POSITIVE_INFINITY)
  const high = doc.heightOfString(said, { width })
  link.add(() => {
    doc.text(said, x, y, { width, underline: false })
  })
  const page = { structParent: link, Contents: new String(pdf.settable(hint ?? text)) }
  doc.link(x, y, long, high, url, page as unknown as PDFKit.Mixins.AnnotationOption)
  link.end()
}

/** Draws what is not to be read: rules, fills, page heads and feet. */
export function addArtifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  const { doc } = pdf
  const { x, y } = doc
  doc.markContent('Artifact', { type })
  doc.save()
  draw()
  doc.restore()
  doc.endMarkedContent()
  doc.x = x
  doc.y = y
}

/** A heading of the second level under a thick rule; goes to a new page unless `room` points are left below it. */
export function addHeading(
  pdf: Pdf,
  parent: Struct,
  text: string,
  { room = 60, x = pdf.doc.page.margins.left, width }: { room?: number; x?: number; width?: number } = {},
): void {
  const { doc } = pdf
  const long = width ?? doc.page.width - x - doc.page.margins.right
  keepTogether(pdf, 30 + room)
  doc.y += 6
  addArtifact(pdf, () => doc.rect(x, doc.y, long, 2).fill(INK))
  addText(pdf, parent, 'H2', text, { face: 'display', size: 13, x, y: doc.y + 7, width: long })
  doc.y += 3
}

/** Goes to a new page unless `height` points are left above the lower margin; tells whether it did. */
export function keepTogether(pdf: Pdf, height: number): boolean {
  const { doc } = pdf
  if (doc.y + height <= doc.page.maxY()) return false
  doc.addPage()
  return true
}
