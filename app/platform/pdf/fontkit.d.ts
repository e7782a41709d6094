/** What reading a variable WOFF2 file needs of fontkit, which brings no types. */
declare module 'fontkit' {
  type Point = { x: number; y: number; onCurve: boolean; endContour: boolean; copy(): Point }
  type Component = {
    glyphID: number
    dx: number
    dy: number
    scaleX: number
    scaleY: number
    scale01: number
    scale10: number
  }
  type RawGlyph = { numberOfContours: number; points?: Point[]; components?: Component[] }
  type Stream = { buffer: Uint8Array; readBuffer(length: number): Uint8Array }
  type Font = {
    numGlyphs: number
    characterSet: number[]
    stream: Stream
    directory: { tables: Record<string, { length: number } | undefined> }
    HVAR: unknown
    hmtx: { metrics: { get(index: number): { advance: number } } }
    _transformedGlyphs: RawGlyph[]
    _variationProcessor: {
      transformPoints(glyph: number, points: Point[]): void
      getAdvanceAdjustment(glyph: number, table: unknown): number
    } | null
    getGlyph(id: number): unknown
    glyphForCodePoint(codePoint: number): { id: number }
    _getTableStream(tag: string): Stream | null
  }
  export function create(bytes: Uint8Array): Font
}
