import type { Formatter } from '~/core/format'
import type { Piece } from '~/features/lots/model/sketch'
import { INK, LINE, MUTED, SUNKEN } from '~/platform/pdf/paper'
import type { Pdf } from '~/platform/pdf/pdf.server'
import { writeText } from '~/platform/pdf/tags.server'
import { fitSketch, PERSON_BREADTH, type ScaledSketch } from './model/scaled-sketch'
import type { Box } from './paper-tag.server'

/** Draws a piece to scale, its dimensions written, beside a person or over a ruler at the same scale. */
export function drawSketch(pdf: Pdf, piece: Piece, box: Box, format: Formatter): void {
  const { doc } = pdf
  const sketch = fitSketch(piece, { width: box.width - 24, height: box.height - 40 })
  doc.rect(box.x, box.y, box.width, box.height).lineWidth(1).stroke(INK)
  const isPerson = sketch.yardstick.kind === 'person'
  const floor = box.y + box.height - (isPerson ? 22 : 46)
  drawFront(pdf, piece, sketch, { x: box.x + 12, y: floor })
  writeSides(pdf, piece, sketch, { x: box.x + 12, y: floor }, format)
  if (isPerson) drawPerson(pdf, sketch.yardstick.length, { x: box.x + box.width - 12, y: floor })
  else drawRuler(pdf, sketch, { x: box.x + 12, y: floor + 26 }, format)
  if (isPerson)
    doc
      .moveTo(box.x, floor)
      .lineTo(box.x + box.width, floor)
      .lineWidth(0.6)
      .stroke(MUTED)
}

type Point = { x: number; y: number }

/** The front of the piece on the floor, its depth slanted behind. */
function drawFront(pdf: Pdf, piece: Piece, { drawing }: ScaledSketch, { x, y }: Point): void {
  const { doc } = pdf
  const { width, height, shift } = drawing
  const top = y - height
  doc.lineWidth(1.3).lineJoin('round')
  if (shift > 0) {
    doc
      .moveTo(x, top)
      .lineTo(x + shift, top - shift)
      .lineTo(x + width + shift, top - shift)
    doc
      .lineTo(x + width + shift, y - shift)
      .lineTo(x + width, y)
      .fillAndStroke('#ffffff', INK)
    doc
      .moveTo(x + width, top)
      .lineTo(x + width + shift, top - shift)
      .stroke(INK)
  }
  if (piece.isRound) doc.ellipse(x + width / 2, y - height / 2, width / 2, height / 2)
  else doc.rect(x, top, width, height)
  doc.fillAndStroke(SUNKEN, INK)
}

function writeSides(pdf: Pdf, piece: Piece, { drawing }: ScaledSketch, at: Point, format: Formatter): void {
  const { width, height, shift } = drawing
  const look = { face: 'strong', size: 8.5, width: 70 } as const
  const mm = (value: number) => `${format.number(value)}\u00a0mm`
  const right = at.x + width + shift + 5
  writeText(pdf, mm(piece.across.mm), { ...look, x: at.x, y: at.y + 5 })
  writeText(pdf, mm(piece.up.mm), { ...look, x: right, y: at.y - height / 2 - 5 })
  if (piece.deep) {
    const y = Math.min(at.y - height - shift / 2 - 6, at.y - height / 2 - 18)
    writeText(pdf, mm(piece.deep.mm), { ...look, colour: MUTED, x: right, y })
  }
}

/** A person seen from the front, `right` their right edge, standing on `y`. */
function drawPerson(pdf: Pdf, height: number, { x: right, y }: Point): void {
  const { doc } = pdf
  const width = height * PERSON_BREADTH
  const middle = right - width / 2
  const at = (share: number) => y - height * share
  const limb = (from: number, to: number, offset: number, broad: number) =>
    doc.roundedRect(
      middle + (offset - broad / 2) * height,
      at(to),
      broad * height,
      (to - from) * height,
      (broad * height) / 2.2,
    )
  doc.circle(middle, at(0.935), height * 0.062)
  doc.roundedRect(middle - height * 0.1, at(0.855), height * 0.2, height * 0.4, height * 0.05)
  limb(0.42, 0.85, -0.13, 0.055)
  limb(0.42, 0.85, 0.13, 0.055)
  limb(0, 0.52, -0.052, 0.085)
  limb(0, 0.52, 0.052, 0.085)
  doc.fill(LINE)
}

/** A ruler with a stroke for each centimetre. */
function drawRuler(pdf: Pdf, { yardstick, scale }: ScaledSketch, { x, y }: Point, format: Formatter): void {
  const { doc } = pdf
  doc
    .rect(x, y - 7, yardstick.length, 10)
    .lineWidth(0.8)
    .fillAndStroke('#ffffff', INK)
  for (let cm = 1; cm * 10 < yardstick.mm; cm += 1) {
    const at = x + cm * 10 * scale
    doc.moveTo(at, y - 7).lineTo(at, y - 7 + (cm % 5 === 0 ? 6 : 3.5))
  }
  doc.lineWidth(0.5).stroke(INK)
  const text = `${format.number(yardstick.mm / 10)}\u00a0cm`
  writeText(pdf, text, { size: 8, x: x + yardstick.length + 5, y: y - 7, width: 50 })
}
