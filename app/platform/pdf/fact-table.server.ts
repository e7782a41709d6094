import { INK, LINE, MUTED } from './paper'
import type { Pdf, Struct } from './pdf.server'
import { addArtifact, addGroup, textHeight, writeText } from './tags.server'

export type PaperFact = { term: string; value: string }

type Place = { x: number; width: number; size?: number; termShare?: number }

/** Terms and values as a table of two columns, each row headed by its term; goes on to the next page where it must. */
export function addFacts(pdf: Pdf, parent: Struct, facts: readonly PaperFact[], place: Place): void {
  const { doc } = pdf
  const { x, width, size = 9.5, termShare = 0.36 } = place
  const terms = { size, width: width * termShare - 6, colour: MUTED, lineGap: 1 }
  const values = { size, face: 'strong', width: width * (1 - termShare), colour: INK, lineGap: 1 } as const
  const shown = facts.filter(({ value }) => value !== '')
  if (shown.length === 0) return
  const table = addGroup(pdf, parent, 'Table')
  for (const { term, value } of shown) {
    const height = rowHeight(pdf, { term, value }, place)
    if (doc.y + height > doc.page.maxY()) doc.addPage()
    const top = doc.y
    const row = addGroup(pdf, table, 'TR')
    const head = { scope: 'Row' } as PDFKit.Mixins.StructureElementOptions
    row.add(doc.struct('TH', head, [() => writeText(pdf, term, { ...terms, x, y: top + 3 })]))
    row.add(
      doc.struct('TD', {}, [
        () => writeText(pdf, value, { ...values, x: x + width * termShare, y: top + 3 }),
      ]),
    )
    row.end()
    doc.y = top + height
    addArtifact(pdf, () =>
      doc
        .moveTo(x, doc.y)
        .lineTo(x + width, doc.y)
        .lineWidth(0.6)
        .stroke(LINE),
    )
  }
  table.end()
}

/** How high the facts will be, in points. */
export function factsHeight(pdf: Pdf, facts: readonly PaperFact[], place: Place): number {
  return facts.filter(({ value }) => value !== '').reduce((sum, fact) => sum + rowHeight(pdf, fact, place), 0)
}

function rowHeight(
  pdf: Pdf,
  { term, value }: PaperFact,
  { width, size = 9.5, termShare = 0.36 }: Place,
): number {
  const look = { size, lineGap: 1 }
  return (
    Math.max(
      textHeight(pdf, term, { ...look, width: width * termShare - 6 }),
      textHeight(pdf, value, { ...look, face: 'strong', width: width * (1 - termShare) }),
    ) + 6
  )
}
