import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { houseFonts } from './pdf/house-fonts.server'

let ready: Promise<void> | null = null

/**
 * A drawing of ours as a PNG, `width` pixels wide, set in the house's fonts. Only for SVG that the product wrote
 * itself: it is read outside of the library that decodes people's photos, where SVG stays refused.
 */
export async function pngOf(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= loadRenderer().catch((error: unknown) => {
    ready = null
    throw error
  })
  const [{ files }] = await Promise.all([houseFonts(), ready])
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [files.text, files.strong], defaultFontFamily: 'Atkinson Hyperlegible Next' },
  })
  const rendered = drawing.render()
  try {
    return new Uint8Array(rendered.asPng())
  } finally {
    rendered.free()
    drawing.free()
  }
}

async function loadRenderer(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(file))
}
