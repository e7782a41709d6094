import { create, type Component, type Font, type Point } from 'fontkit'

/** An outline in font units: closed contours of quadratic splines, as TrueType has them. */
export type Contour = { x: number; y: number; onCurve: boolean }[]
export type Glyph = { advance: number; contours: Contour[] }
/** One weight of a variable font: its glyphs, which character each one draws, and its other tables as they are. */
export type Instance = { glyphs: Glyph[]; glyphOf: Map<number, number>; table(tag: string): Uint8Array }

type FontClass = new (stream: unknown, coordinates: number[]) => Font
type StreamClass = new (bytes: Uint8Array) => unknown

/** Reads a variable WOFF2 file of one axis, the weight, and fixes it at `weight`. */
export function instanceFont(bytes: Uint8Array, weight: number): Instance {
  const plain = create(bytes)
  plain.getGlyph(0)
  // The library's own `getVariation` knows no WOFF2: the class takes the coordinates, and its glyphs are moved here.
  const Stream = plain.stream.constructor as StreamClass
  const font = new (plain.constructor as FontClass)(new Stream(bytes), [weight])
  const contoursOf = outlines(font, plain)
  const processor = font._variationProcessor
  const glyphs = plain._transformedGlyphs.map((_, id) => ({
    advance: Math.round(
      plain.hmtx.metrics.get(id).advance + (processor?.getAdvanceAdjustment(id, font.HVAR) ?? 0),
    ),
    contours: contoursOf(id),
  }))
  const glyphOf = new Map(plain.characterSet.map((point) => [point, plain.glyphForCodePoint(point).id]))
  return { glyphs, glyphOf, table: (tag) => tableOf(plain, tag) }
}

function tableOf(font: Font, tag: string): Uint8Array {
  const length = font.directory.tables[tag]?.length
  const stream = length === undefined ? null : font._getTableStream(tag)
  if (!stream || length === undefined) throw new Error(`The font has no table ${tag}`)
  return Uint8Array.from(stream.readBuffer(length))
}

function outlines(font: Font, plain: Font): (id: number) => Contour[] {
  const known = new Map<number, Contour[]>()
  /** The points of a glyph, moved to the weight; four more stand for its metrics, as the format wants. */
  const moved = (id: number, points: Point[]): Point[] => {
    const copies = points.map((point) => point.copy())
    const metrics = [0, 1, 2, 3].map(() => pointAt(0, 0))
    font._variationProcessor?.transformPoints(id, [...copies, ...metrics])
    return copies
  }
  const composed = (id: number, components: Component[]): Contour[] => {
    const shifts = moved(
      id,
      components.map(({ dx, dy }) => pointAt(dx, dy)),
    )
    return components.flatMap((component, index) =>
      contoursOf(component.glyphID).map((contour) =>
        contour.map((point) => placed(point, component, shifts[index] ?? { x: 0, y: 0 })),
      ),
    )
  }
  function contoursOf(id: number): Contour[] {
    const done = known.get(id)
    if (done) return done
    const raw = plain._transformedGlyphs[id]
    const contours = raw?.components
      ? composed(id, raw.components)
      : contoursFrom(raw?.points ? moved(id, raw.points) : [])
    known.set(id, contours)
    return contours
  }
  return contoursOf
}

function placed(point: Contour[number], by: Component, shift: { x: number; y: number }): Contour[number] {
  return {
    x: point.x * by.scaleX + point.y * by.scale01 + shift.x,
    y: point.y * by.scaleY + point.x * by.scale10 + shift.y,
    onCurve: point.onCurve,
  }
}

function pointAt(x: number, y: number): Point {
  return { x, y, onCurve: true, endContour: true, copy: () => pointAt(x, y) }
}

function contoursFrom(points: readonly Point[]): Contour[] {
  const contours: Contour[] = []
  let open: Contour = []
  for (const { x, y, onCurve, endContour } of points) {
    open.push({ x, y, onCurve })
    if (!endContour) continue
    contours.push(open)
    open = []
  }
  return contours
}
