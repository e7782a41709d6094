import type { Contour, Glyph } from './instance-font'

/** What a TrueType file is written from. `kept` are tables taken over byte by byte. */
export type FontParts = {
  family: string
  style: string
  weight: number
  glyphs: readonly Glyph[]
  glyphOf: ReadonlyMap<number, number>
  kept: Record<'head' | 'hhea' | 'maxp' | 'OS/2' | 'GPOS' | 'GSUB' | 'GDEF', Uint8Array>
}

/** A TrueType file (OpenType 1.9) without hints, its outlines all simple glyphs. */
export function writeFont(parts: FontParts): Buffer {
  const { glyphs, kept } = parts
  const outlines = glyphs.map(({ contours }) => glyphData(contours))
  const tables: Record<string, Buffer> = {
    GDEF: Buffer.from(kept.GDEF),
    GPOS: Buffer.from(kept.GPOS),
    GSUB: Buffer.from(kept.GSUB),
    'OS/2': patched(kept['OS/2'], (table) => table.writeUInt16BE(parts.weight, 4)),
    cmap: characterMap(parts.glyphOf),
    glyf: Buffer.concat(outlines),
    head: patched(kept.head, (table) => {
      table.writeUInt32BE(0, 8)
      table.writeInt16BE(1, 50)
    }),
    hhea: patched(kept.hhea, (table) => table.writeUInt16BE(glyphs.length, 34)),
    hmtx: Buffer.concat(glyphs.map((glyph) => u16(glyph.advance, leftOf(glyph.contours)))),
    loca: offsets(outlines),
    maxp: patched(kept.maxp, (table) => writeLimits(table, glyphs)),
    name: names(parts.family, parts.style),
    post: postScript(),
  }
  return assemble(tables)
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const tags = Object.keys(tables).sort()
  const power = Math.floor(Math.log2(tags.length))
  const header = Buffer.concat([
    u32(0x00010000),
    u16(tags.length, 16 * 2 ** power, power, 16 * (tags.length - 2 ** power)),
  ])
  let offset = header.length + tags.length * 16
  const [entries, bodies]: [Buffer[], Buffer[]] = [[], []]
  for (const tag of tags) {
    const table = tables[tag] ?? Buffer.alloc(0)
    const body = padded(table)
    entries.push(Buffer.concat([Buffer.from(tag, 'latin1'), u32(checksum(body), offset, table.length)]))
    bodies.push(body)
    offset += body.length
  }
  return Buffer.concat([header, ...entries, ...bodies])
}

function patched(bytes: Uint8Array, change: (table: Buffer) => void): Buffer {
  const table = Buffer.from(bytes)
  change(table)
  return table
}

/** Version 1.0: what an outline has at most; nothing composed, no instruction. */
function writeLimits(table: Buffer, glyphs: readonly Glyph[]): void {
  const counts = glyphs.map(({ contours }) => contours.reduce((sum, contour) => sum + contour.length, 0))
  table.fill(0, 4)
  table.writeUInt16BE(glyphs.length, 4)
  table.writeUInt16BE(Math.max(...counts), 6)
  table.writeUInt16BE(Math.max(...glyphs.map(({ contours }) => contours.length)), 8)
  table.writeUInt16BE(2, 14)
}

function leftOf(contours: readonly Contour[]): number {
  const xs = contours.flatMap((contour) => contour.map(({ x }) => x))
  return xs.length === 0 ? 0 : Math.round(Math.min(...xs))
}

/** A simple glyph; every coordinate takes two bytes, which only the size of the file notices. */
function glyphData(contours: readonly Contour[]): Buffer {
  const points = contours.flat().map(({ x, y, onCurve }) => ({ x: Math.round(x), y: Math.round(y), onCurve }))
  if (points.length === 0) return Buffer.alloc(0)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  let end = -1
  const ends = contours.map((contour) => (end += contour.length))
  return padded(
    Buffer.concat([
      u16(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
      u16(...ends, 0),
      Buffer.from(points.map(({ onCurve }) => (onCurve ? 1 : 0))),
      u16(...steps(xs)),
      u16(...steps(ys)),
    ]),
  )
}

function steps(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0))
}

function offsets(outlines: readonly Buffer[]): Buffer {
  let at = 0
  return u32(0, ...outlines.map((outline) => (at += outline.length)))
}

/** Format 4: one segment for each run of characters whose glyphs follow each other. */
function characterMap(glyphOf: ReadonlyMap<number, number>): Buffer {
  const runs: { from: number; to: number; glyph: number }[] = []
  for (const [point, glyph] of [...glyphOf].filter(([point]) => point < 0xffff).sort(([a], [b]) => a - b)) {
    const last = runs.at(-1)
    if (last && point === last.to + 1 && glyph === last.glyph + point - last.from) last.to = point
    else runs.push({ from: point, to: point, glyph })
  }
  runs.push({ from: 0xffff, to: 0xffff, glyph: 0 })
  const count = runs.length
  const power = Math.floor(Math.log2(count))
  const body = Buffer.concat([
    u16(2 * count, 2 * 2 ** power, power, 2 * (count - 2 ** power)),
    u16(...runs.map(({ to }) => to), 0, ...runs.map(({ from }) => from)),
    u16(...runs.map(({ from, glyph }) => glyph - from)),
    u16(...runs.map(() => 0)),
  ])
  return Buffer.concat([u16(0, 1, 3, 1), u32(12), u16(4, body.length + 6, 0), body])
}

function names(family: string, style: string): Buffer {
  const texts: [number, string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(' ', '')],
  ]
  const values = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  const records = texts.map(([id], index) => {
    const length = values[index]?.length ?? 0
    const record = u16(3, 1, 0x409, id, length, offset)
    offset += length
    return record
  })
  return Buffer.concat([u16(0, texts.length, 6 + 12 * texts.length), ...records, ...values])
}

/** Version 3: glyphs have no names. */
function postScript(): Buffer {
  return Buffer.concat([u32(0x00030000), Buffer.alloc(28)])
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0
  return sum
}

/** Numbers of 16 bits, negative ones as two's complement. */
function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => buffer.writeUInt16BE(value & 0xffff, index * 2))
  return buffer
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => buffer.writeUInt32BE(value >>> 0, index * 4))
  return buffer
}
