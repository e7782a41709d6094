import type { Pdf } from '~/platform/pdf/pdf.server'

/** The width between the margins of the page being drawn, in points from its left. */
export function placeOn(pdf: Pdf): { x: number; width: number } {
  const { page } = pdf.doc
  const { left, right } = page.margins as Record<'left' | 'right', number>
  return { x: left, width: page.width - left - right }
}
