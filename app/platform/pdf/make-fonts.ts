import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { instanceFont, type Instance } from './instance-font'
import { withMoreGlyphs, type Letters } from './more-glyphs'
import { writeFont } from './write-font'

/** The faces that documents are set in: headings and references, text, and text that stands out. */
export const FACES = ['display', 'text', 'strong'] as const
export type Face = (typeof FACES)[number]
/** A TrueType file and the characters it can set. */
export type FaceFile = { bytes: Uint8Array; characters: number[] }

const FILES = {
  display: { of: 'bricolage-grotesque', family: 'Bricolage Grotesque', style: 'ExtraBold', weight: 800 },
  text: {
    of: 'atkinson-hyperlegible-next',
    family: 'Atkinson Hyperlegible Next',
    style: 'Regular',
    weight: 400,
  },
  strong: {
    of: 'atkinson-hyperlegible-next',
    family: 'Atkinson Hyperlegible Next',
    style: 'Bold',
    weight: 700,
  },
} as const

const KEPT = ['head', 'hhea', 'maxp', 'OS/2', 'GPOS', 'GSUB', 'GDEF'] as const

/**
 * A face as a TrueType file of one weight, made from the variable WOFF2 files that the screens use: PDF knows neither
 * that format nor variations. Takes some 200 ms.
 */
export function makeFace(face: Face): FaceFile {
  const { of, family, style, weight } = FILES[face]
  const latin = instanceFont(fontFile(of, 'latin'), weight)
  const { glyphs, glyphOf } = withMoreGlyphs(joined(latin, instanceFont(fontFile(of, 'latin-ext'), weight)))
  const kept = Object.fromEntries(KEPT.map((tag) => [tag, latin.table(tag)])) as Record<
    (typeof KEPT)[number],
    Uint8Array
  >
  return {
    bytes: writeFont({ family, style, weight, glyphs, glyphOf, kept }),
    characters: [...glyphOf.keys()],
  }
}

function fontFile(of: string, subset: string): Buffer {
  const name = `@fontsource-variable/${of}/files/${of}-${subset}-wght-normal.woff2`
  return readFileSync(createRequire(import.meta.url).resolve(name))
}

/** The glyphs of the second after those of the first, whose numbers its kerning knows. */
function joined(first: Instance, second: Instance): Letters {
  const shift = first.glyphs.length
  const added = [...second.glyphOf].map(([point, glyph]) => [point, glyph + shift] as const)
  return {
    glyphs: [...first.glyphs, ...second.glyphs],
    glyphOf: new Map([...added, ...first.glyphOf]),
  }
}
