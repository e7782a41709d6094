import type { Box } from './views'

/** What a network says, plane after plane, each row by row. */
export type Planes = { data: Float32Array; rows: number; columns: number }
export type Found = { box: Box; score: number }

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))

/** The grids of BlazeFace for 256 pixels: a cell's side, and the boxes it proposes. */
const GRIDS = {
  fine: { cell: 16, boxes: 2 },
  coarse: { cell: 32, boxes: 6 },
} as const
/** Numbers of a proposed box: middle and size, then six points that are not needed here. */
const NUMBERS = 16

/** Faces of one grid, in pixels of the view, whose score reaches `least`. */
export function decodeFaces(grid: keyof typeof GRIDS, scores: Planes, boxes: Planes, least: number): Found[] {
  const { cell, boxes: count } = GRIDS[grid]
  const { rows, columns } = scores
  const found: Found[] = []
  for (let at = 0; at < rows * columns; at++) {
    for (let box = 0; box < count; box++) {
      const score = sigmoid(scores.data[box * rows * columns + at]!)
      if (score < least) continue
      const number = (which: number) => boxes.data[(box * NUMBERS + which) * rows * columns + at]!
      const middleX = cell * ((at % columns) + 0.5) + number(0)
      const middleY = cell * (Math.floor(at / columns) + 0.5) + number(1)
      found.push({ box: around(middleX, middleY, number(2), number(3)), score })
    }
  }
  return found
}

function around(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

/** Pixels from one place of CenterNet's planes to the next. */
const STRIDE = 4

/** Objects of one class, in pixels of the view: places where no neighbour scores higher and the score reaches `least`. */
export function decodeObjects(scores: Planes, plane: number, sides: Planes, least: number): Found[] {
  const { rows, columns } = scores
  const size = rows * columns
  const found: Found[] = []
  for (let at = 0; at < size; at++) {
    const score = scores.data[plane * size + at]!
    if (score < least || !isPeak(scores, plane, at)) continue
    const x = STRIDE * (at % columns)
    const y = STRIDE * Math.floor(at / columns)
    const side = (which: number) => sides.data[which * size + at]!
    found.push({
      box: { left: x - side(0), top: y - side(1), right: x + side(2), bottom: y + side(3) },
      score,
    })
  }
  return found
}

function isPeak({ data, rows, columns }: Planes, plane: number, at: number): boolean {
  const row = Math.floor(at / columns)
  const column = at % columns
  const own = data[plane * rows * columns + at]!
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      if (data[plane * rows * columns + y * columns + x]! > own) return false
    }
  }
  return true
}
