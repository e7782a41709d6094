import { INK, MUTED } from './paper'
import type { Pdf } from './pdf.server'
import { addArtifact, writeText } from './tags.server'

/** Writes at the foot of each page what it belongs to and its number, «2 / 5». To be called last. */
export function addPageFeet(pdf: Pdf, text: string): void {
  const { doc } = pdf
  const { start, count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index)
    const { left, right, bottom } = doc.page.margins as Record<'left' | 'right' | 'bottom', number>
    const width = doc.page.width - left - right
    const top = doc.page.height - bottom + 10
    // Below the lower margin, where pdfkit would start a new page.
    doc.page.margins.bottom = 0
    addArtifact(
      pdf,
      () => {
        doc
          .moveTo(left, top)
          .lineTo(left + width, top)
          .lineWidth(0.6)
          .stroke(INK)
        const look = { size: 8, colour: MUTED, y: top + 5 }
        writeText(pdf, text, { ...look, x: left, width: width - 60, height: 11 })
        writeText(pdf, `${index + 1} / ${count}`, {
          ...look,
          x: left + width - 60,
          width: 60,
          align: 'right',
        })
      },
      'Pagination',
    )
    doc.page.margins.bottom = bottom
  }
}
