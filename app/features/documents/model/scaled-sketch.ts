import { drawPiece, type Drawing, type Piece } from '~/features/lots/model/sketch'

/** What stands beside a piece to show its size: a person, or a ruler for small pieces; its height or length in mm. */
export type Yardstick = { kind: 'person' | 'ruler'; mm: number }

/** A piece and its yardstick at one scale; lengths in units of the drawing. */
export type ScaledSketch = {
  drawing: Drawing
  yardstick: Yardstick & { length: number }
  /** Units of the drawing per millimetre. */
  scale: number
}

const PERSON_MM = 1700
/** From this size on, a person says more than a ruler. */
const PERSON_FROM_MM = 600
const RULERS_MM = [100, 300] as const
/** How broad a person is, of their height. */
export const PERSON_BREADTH = 0.32
/** Units between the piece and its yardstick, dimensions included. */
const GAP = 62

/** What shows best how large a piece is. */
export function yardstickOf(piece: Piece): Yardstick {
  const largest = Math.max(piece.across.mm, piece.up.mm)
  if (largest >= PERSON_FROM_MM) return { kind: 'person', mm: PERSON_MM }
  return { kind: 'ruler', mm: largest > 150 ? RULERS_MM[1] : RULERS_MM[0] }
}

/** Fits a piece with its yardstick beside it, a person, or below it, a ruler, in a frame. */
export function fitSketch(piece: Piece, frame: { width: number; height: number }): ScaledSketch {
  const yardstick = yardstickOf(piece)
  const shiftMm = shiftOf(piece)
  const [across, up] = [piece.across.mm + shiftMm, piece.up.mm + shiftMm]
  const isPerson = yardstick.kind === 'person'
  const scale = isPerson
    ? Math.min(
        (frame.width - GAP) / (across + yardstick.mm * PERSON_BREADTH),
        frame.height / Math.max(up, yardstick.mm),
      )
    : Math.min((frame.width - GAP) / across, frame.width / yardstick.mm, (frame.height - 24) / up)
  return {
    drawing: drawPiece(piece, { width: across * scale, height: up * scale }),
    yardstick: { ...yardstick, length: yardstick.mm * scale },
    scale,
  }
}

/** How far the drawing shifts the back of a piece, in mm of the piece. */
function shiftOf(piece: Piece): number {
  const { shift, width } = drawPiece(piece, { width: 1000, height: 1000 })
  return width === 0 ? 0 : (shift * piece.across.mm) / width
}
