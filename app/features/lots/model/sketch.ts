import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValues } from '~/core/attributes/values'
import { sheetOf } from '~/core/attributes/sheets'
import type { MaterialType } from '~/core/material-types'

/** A side of a piece: its attribute and its length in mm. */
export type Side = { key: AttributeKey; mm: number }
/** The front of a piece, and how deep it is when that is known; a round one has its diameter on both sides. */
export type Piece = { across: Side; up: Side; deep: Side | null; isRound: boolean }

const ACROSS: readonly AttributeKey[] = ['leafWidth', 'length', 'width', 'panelSide', 'diameter']
const UP: readonly AttributeKey[] = [
  'leafHeight',
  'height',
  'sectionHeight',
  'profileHeight',
  'panelSide',
  'width',
  'diameter',
]
const DEEP: readonly AttributeKey[] = ['leafThickness', 'thickness', 'depth', 'sectionWidth', 'width']

/** The piece that a sheet's dimensions describe; null while they are too few to draw one. */
export function pieceOf(material: MaterialType, values: AttributeValues): Piece | null {
  const sheet = sheetOf(material)
  const side = (keys: readonly AttributeKey[], not: readonly (AttributeKey | undefined)[]): Side | null => {
    for (const key of keys) {
      const mm = values[key]
      if (!sheet.includes(key) || not.includes(key) || definitionOf(key).kind !== 'number') continue
      if (typeof mm === 'number' && mm > 0) return { key, mm }
    }
    return null
  }
  const across = side(ACROSS, [])
  if (!across) return null
  // A square or a round piece has one figure for both sides; any other figure is one side only.
  const isBoth = across.key === 'panelSide' || across.key === 'diameter'
  const up = isBoth ? across : side(UP, [across.key])
  if (!up) return null
  return { across, up, deep: side(DEEP, [across.key, up.key]), isRound: across.key === 'diameter' }
}

/** A piece on paper: lengths in units of the drawing, the same scale for both sides. */
export type Drawing = {
  width: number
  height: number
  /** How far the back is shifted right and up: half the depth at 45°, as a cabinet projection has it. */
  shift: number
  bar: { mm: number; length: number }
}

const HALF_AT_45 = Math.SQRT1_2 / 2
const BARS_MM = [10, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** Fits a piece in a frame, with the longest scale bar that stays under two fifths of its width. */
export function drawPiece(piece: Piece, frame: { width: number; height: number }): Drawing {
  const shiftMm = (piece.deep?.mm ?? 0) * HALF_AT_45
  const scale = Math.min(frame.width / (piece.across.mm + shiftMm), frame.height / (piece.up.mm + shiftMm))
  const mm = BARS_MM.filter((bar) => bar * scale <= frame.width * 0.4).at(-1) ?? 10
  return {
    width: piece.across.mm * scale,
    height: piece.up.mm * scale,
    shift: shiftMm * scale,
    bar: { mm, length: mm * scale },
  }
}
