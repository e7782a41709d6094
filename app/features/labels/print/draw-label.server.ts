import type { LabelLook } from '../model/sheet-format'
import {
  codeBlock,
  fittingSize,
  putCode,
  putLines,
  putMark,
  putPhoto,
  putQr,
  putText,
  type Box,
  type Drawing,
} from './draw-parts.server'

/** Draws one label into its box. */
export function drawLabel(drawing: Drawing, box: Box, look: LabelLook): void {
  DRAWN[look](drawing, box)
}

const DRAWN = { large: drawLarge, small: drawSmall, tall: drawTall } satisfies Record<LabelLook, unknown>

/** About 100 × 70 mm, read from a step away: reference, photo and deadline over the code. */
function drawLarge(drawing: Drawing, { x, y, width, height }: Box): void {
  const { label } = drawing
  const pad = 4.5
  const [left, inner] = [x + pad, width - 2 * pad]
  const pieceWidth = label.piece ? 32 : 0
  putHeading(drawing, { x: left, y: y + pad, width: inner - pieceWidth, height: 10 }, 22)
  if (label.piece) {
    const at = { x: left + inner - pieceWidth, y: y + pad + 1.6, width: pieceWidth, height: 6 }
    putText(drawing, 'P', label.piece, at, { face: 'strong', size: 11, align: 'right' })
  }
  putMark(drawing, left, y + pad + 9, 26)
  const titleAt = { x: left, y: y + pad + 11.5, width: inner, height: 11.5 }
  putText(drawing, 'P', label.title, titleAt, { face: 'strong', size: 11.5 })
  const bottom = y + height - pad
  const side = height - 2 * pad - 23
  putQr(drawing, left - 2, bottom - side + 2, side)
  const [column, columnWidth] = [left + side, inner - side]
  const block = codeBlock(drawing, columnWidth, 14)
  putCode(drawing, block, { x: column, bottom, width: columnWidth })
  const top = bottom - side + 3.5
  putMiddle(drawing, { x: column, y: top, width: columnWidth, height: bottom - block.height - top }, 8.5)
}

/** A tape of 62 mm: one column. */
function drawTall(drawing: Drawing, { x, y, width, height }: Box): void {
  const { label } = drawing
  const pad = 4
  const [left, inner] = [x + pad, width - 2 * pad]
  putHeading(drawing, { x: left, y: y + pad, width: inner, height: 11 }, 24)
  putMark(drawing, left, y + pad + 10, 22)
  const titleAt = { x: left, y: y + pad + 12.5, width: inner, height: 11.5 }
  putText(drawing, 'P', label.title, titleAt, { face: 'strong', size: 11 })
  let top = y + pad + 24
  if (label.piece) {
    const at = { x: left, y: top, width: inner, height: 6 }
    top += putText(drawing, 'P', label.piece, at, { face: 'strong', size: 12 }) + 0.5
  }
  const bottom = y + height - pad
  const block = codeBlock(drawing, inner, 15)
  putCode(drawing, block, { x: left, bottom, width: inner })
  const side = 34
  const qrTop = bottom - block.height - side - 0.5
  putQr(drawing, x + (width - side) / 2, qrTop, side)
  putMiddle(drawing, { x: left, y: top, width: inner, height: qrTop - top }, 8)
}

/** Sheets of 24 and narrow tapes: no room for a photo; the facts share a line. */
function drawSmall(drawing: Drawing, { x, y, width, height }: Box): void {
  const { label } = drawing
  const pad = 1.5
  const isLow = height < 30
  const side = Math.min(height - 2 * pad, width * 0.4)
  putQr(drawing, x + pad, y + (height - side) / 2, side)
  const left = x + pad + side
  const inner = width - side - 2 * pad - 0.5
  const bottom = y + height - pad - 0.5
  const block = codeBlock(drawing, inner, isLow ? 9 : 10)
  putCode(drawing, block, { x: left, bottom, width: inner })
  let top = y + pad + 0.3
  top += putHeading(drawing, { x: left, y: top, width: inner, height: 6 }, isLow ? 11 : 12)
  const titleAt = { x: left, y: top, width: inner, height: isLow ? 3.4 : 6.8 }
  top += putText(drawing, 'P', label.title, titleAt, { size: 7 })
  if (label.piece) {
    const at = { x: left, y: top, width: inner, height: 4 }
    top += putText(drawing, 'P', label.piece, at, { face: 'strong', size: isLow ? 7 : 8 })
  }
  const shared = { ...label, facts: [label.facts.join(', ')] }
  const room = { x: left, y: top, width: inner, height: bottom - block.height - top }
  putFacts({ ...drawing, label: shared }, room, isLow ? 6 : 7)
}

function putHeading(drawing: Drawing, box: Box, from: number): number {
  const { pdf, label } = drawing
  const size = fittingSize(pdf, label.heading, box.width, { face: 'display', from, least: 8 })
  return putText(drawing, 'H1', label.heading, box, { face: 'display', size })
}

/** Photo and facts side by side; lines to write on where a label has neither. */
function putMiddle(drawing: Drawing, { x, y, width, height }: Box, size: number): void {
  const [photoWidth, photoHeight] = [22, 16.5]
  putPhoto(drawing, { x, y, width: photoWidth, height: photoHeight })
  const shift = drawing.photo ? photoWidth + 2 : 0
  const facts = { x: x + shift, y: y - 0.5, width: width - shift, height }
  const end = putFacts(drawing, facts, size)
  if (drawing.label.hasLines) putLines(drawing, { x, y: end, width, height: y + height - end - 2 })
}

/** The deadline first, as it decides, then the other facts, as far as there is room; gives where they end. */
function putFacts(drawing: Drawing, box: Box, size: number): number {
  const { deadline, facts } = drawing.label
  const bottom = box.y + box.height
  let { y } = box
  for (const [index, text] of [deadline, ...facts].entries()) {
    const look = index === 0 ? { face: 'strong' as const, size: size + 1 } : { size }
    const line = (look.size * 25.4 * 1.35) / 72
    if (!text || bottom - y < line) continue
    y += putText(drawing, 'P', text, { ...box, y, height: Math.min(bottom - y, line * 2) }, look) + 0.3
  }
  return y
}
