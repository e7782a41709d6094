/** A rectangle of a photo, in thousandths of its width and height: whole numbers, at least one thousandth a side. */
export type Zone = { x: number; y: number; width: number; height: number }

/** Zones of one photo at most. */
export const MAX_ZONES = 88
const WHOLE = 1000

/** A zone as forms carry it: `x,y,width,height`. */
export function zoneText({ x, y, width, height }: Zone): string {
  return [x, y, width, height].join(',')
}

/** The zone that a form carries; null when the text is none, or reaches out of the photo. */
export function parseZone(text: string): Zone | null {
  if (!/^\d{1,4}(,\d{1,4}){3}$/.test(text)) return null
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number)
  if (width < 1 || height < 1 || x + width > WHOLE || y + height > WHOLE) return null
  return { x, y, width, height }
}

/** The zone between two points given as shares of the photo (0 to 1, in any order), cut to it; never empty. */
export function zoneBetween(a: { x: number; y: number }, b: { x: number; y: number }): Zone {
  const across = span(a.x, b.x)
  const down = span(a.y, b.y)
  return { x: across.from, y: down.from, width: across.length, height: down.length }
}

function span(a: number, b: number): { from: number; length: number } {
  const inside = (share: number) => Math.min(1, Math.max(0, share)) * WHOLE
  const from = Math.min(WHOLE - 1, Math.floor(inside(Math.min(a, b))))
  const to = Math.max(from + 1, Math.ceil(inside(Math.max(a, b))))
  return { from, length: to - from }
}

/** The share of the smaller of two zones that the other covers, from 0 to 1. */
export function overlapOf(a: Zone, b: Zone): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (across <= 0 || down <= 0) return 0
  return (across * down) / Math.min(a.width * a.height, b.width * b.height)
}

export type Grid = { columns: number; rows: number }

/** As many cells side by side as fingers in gloves hit apart on a phone. */
const COLUMNS = 6
const MOST_ROWS = 8

/** The cells by which a photo is marked without a pointer: six to a row, and rows no lower than cells are wide. */
export function gridOf({ width, height }: { width: number; height: number }): Grid {
  const rows = Math.floor((COLUMNS * height) / width)
  return { columns: COLUMNS, rows: Math.min(MOST_ROWS, Math.max(1, rows)) }
}

/** The zone of a cell, counted from the top left, row by row, from 0; cells meet without a gap. */
export function cellZone({ columns, rows }: Grid, cell: number): Zone {
  const column = cell % columns
  const row = Math.floor(cell / columns)
  return zoneBetween(
    { x: column / columns, y: row / rows },
    { x: (column + 1) / columns, y: (row + 1) / rows },
  )
}
