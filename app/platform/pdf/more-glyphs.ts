import type { Contour, Glyph } from './instance-font'

/** A font's glyphs and the characters that they draw. */
export type Letters = { glyphs: Glyph[]; glyphOf: Map<number, number> }

/** Signs that the font files lack and that one of their own glyphs draws as well: a narrow space, a fixed hyphen, a minus. */
const ALIASES = [
  ['\u202f', '\u00a0'],
  ['\u2011', '-'],
  ['\u2212', '–'],
] as const

/** Adds what the font files lack and documents write: fixed signs, arrows, comparisons, low figures, a tick. */
export function withMoreGlyphs({ glyphs, glyphOf }: Letters): Letters {
  const all = { glyphs: [...glyphs], glyphOf: new Map(glyphOf) }
  const glyph = (sign: string): Glyph => glyphs[glyphOf.get(code(sign)) ?? 0] ?? { advance: 0, contours: [] }
  for (const [sign, like] of ALIASES) {
    const same = glyphOf.get(code(like))
    if (same !== undefined && !all.glyphOf.has(code(sign))) all.glyphOf.set(code(sign), same)
  }
  const drawn: [string, Glyph][] = [
    ['≥', underlined(glyph('>'))],
    ['≤', underlined(glyph('<'))],
    ['≈', doubled(glyph('~'))],
    ['→', arrow(glyph('–'))],
    ['✓', tick(glyph('–'))],
    ...[...'₀₁₂₃₄₅₆₇₈₉'].map((sign, figure): [string, Glyph] => [sign, lowered(glyph(String(figure)))]),
  ]
  for (const [sign, made] of drawn) {
    if (all.glyphOf.has(code(sign)) || made.advance === 0) continue
    all.glyphOf.set(code(sign), all.glyphs.push(made) - 1)
  }
  return all
}

function code(sign: string): number {
  return sign.codePointAt(0) ?? 0
}

/** How heavy the font draws: the height of its dash. */
function strokeOf({ contours }: Glyph): number {
  return boxOf(contours).height || 80
}

function underlined(sign: Glyph): Glyph {
  const box = boxOf(sign.contours)
  const stroke = Math.max(40, box.height * 0.16)
  const bar = rectangle(box.left, box.bottom - stroke * 1.1, box.width, stroke)
  return { advance: sign.advance, contours: [...moved(sign.contours, 0, stroke * 0.9), bar] }
}

function doubled(sign: Glyph): Glyph {
  const step = boxOf(sign.contours).height * 0.75
  return {
    advance: sign.advance,
    contours: [...moved(sign.contours, 0, step), ...moved(sign.contours, 0, -step)],
  }
}

/** Six tenths of a figure, a little under the line. */
function lowered(figure: Glyph): Glyph {
  return {
    advance: Math.round(figure.advance * 0.62),
    contours: figure.contours.map((contour) =>
      contour.map(({ x, y, onCurve }) => ({ x: x * 0.62, y: y * 0.62 - 120, onCurve })),
    ),
  }
}

function arrow(dash: Glyph): Glyph {
  const stroke = strokeOf(dash)
  const middle = 320
  const head = 190
  return {
    advance: 860,
    contours: [
      rectangle(70, middle - stroke / 2, 660 - stroke, stroke),
      polygon([
        [790, middle],
        [790 - head - stroke * 0.4, middle + head + stroke * 0.4],
        [790 - head - stroke * 1.1, middle + head - stroke * 0.3],
        [790 - stroke * 1.5, middle],
        [790 - head - stroke * 1.1, middle - head + stroke * 0.3],
        [790 - head - stroke * 0.4, middle - head - stroke * 0.4],
      ]),
    ],
  }
}

function tick(dash: Glyph): Glyph {
  const stroke = strokeOf(dash) * 0.75
  return {
    advance: 760,
    contours: [
      polygon([
        [60, 300 + stroke],
        [60 + stroke, 300 + stroke * 2],
        [280, 80 + stroke * 2.9],
        [640 - stroke, 600 + stroke],
        [640 + stroke * 0.4, 600],
        [280, 80],
      ]),
    ],
  }
}

function rectangle(left: number, bottom: number, width: number, height: number): Contour {
  return polygon([
    [left, bottom],
    [left, bottom + height],
    [left + width, bottom + height],
    [left + width, bottom],
  ])
}

/** Corners in the order that fills: clockwise. */
function polygon(corners: readonly [number, number][]): Contour {
  const points = corners.map(([x, y]) => ({ x, y, onCurve: true }))
  return isClockwise(corners) ? points : points.reverse()
}

function isClockwise(corners: readonly [number, number][]): boolean {
  const doubleArea = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y]
    return sum + (nextX - x) * (nextY + y)
  }, 0)
  return doubleArea > 0
}

function moved(contours: readonly Contour[], dx: number, dy: number): Contour[] {
  return contours.map((contour) => contour.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy })))
}

function boxOf(contours: readonly Contour[]) {
  const points = contours.flat()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  return { left, bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom }
}
