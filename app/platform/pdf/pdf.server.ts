import { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'
import type { Locale } from '~/core/locale'
import { houseFonts, type HouseFonts } from './house-fonts.server'
import type { Face } from './make-fonts'
import { INK, mm } from './paper'
import { settable } from './settable'

export type Struct = PDFKit.PDFStructureElement

/** A document being drawn: pdfkit's own, its root in the tree of what it says, and the house's fonts. */
export type Pdf = {
  doc: PDFKit.PDFDocument
  root: Struct
  locale: Locale
  /** The text with the characters that the fonts can set. */
  settable(text: string): string
  /** Sets face, size in points and colour of what is written next. */
  set(face: Face, size: number, colour?: string): void
}

export type PdfOptions = {
  /** Shown by readers in place of the file's name. */
  title: string
  locale: Locale
  subject?: string
  author?: string
  createdAtMs: number
  /** Width and height in points; A4 by default. */
  size?: readonly [number, number]
  /** Of all four sides, in points. */
  margin?: number
}

const A4 = [595.28, 841.89] as const

/** How many draws may follow each other before other requests get their turn. */
const DRAWS_AT_ONCE = 40

/**
 * A PDF as a stream of bytes: tagged, with a title and a language (PDF/UA-1, ISO 14289-1:2014), drawn by `draw` once
 * its fonts are there. A draw that throws breaks the stream, so that no half document looks whole.
 */
export async function streamPdf(
  options: PdfOptions,
  draw: (pdf: Pdf) => Promise<void> | void,
): Promise<ReadableStream<Uint8Array>> {
  const pdf = openPdf(options, await houseFonts())
  const drawn = async () => {
    await draw(pdf)
    pdf.root.end()
    pdf.doc.end()
  }
  const source = pdf.doc as unknown as Readable
  drawn().catch((error: unknown) => source.destroy(error instanceof Error ? error : new Error(String(error))))
  return Readable.toWeb(source) as ReadableStream<Uint8Array>
}

function openPdf(options: PdfOptions, fonts: HouseFonts): Pdf {
  const clean = (text: string) => settable(text, fonts.characters)
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    displayTitle: true,
    lang: options.locale,
    // Nothing of the reader's own fonts: every font is embedded.
    font: '',
    bufferPages: true,
    size: [...(options.size ?? A4)],
    margin: options.margin ?? mm(16),
    info: {
      Title: options.title,
      Author: options.author ?? 'Gisement',
      ...(options.subject && { Subject: options.subject }),
      Creator: 'Gisement',
      CreationDate: new Date(options.createdAtMs),
      ModDate: new Date(options.createdAtMs),
    },
  })
  for (const [face, file] of Object.entries(fonts.files)) doc.registerFont(face, file)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const pdf: Pdf = {
    doc,
    root,
    locale: options.locale,
    settable: clean,
    set: (face, size, colour = INK) => void doc.font(face).fontSize(size).fillColor(colour),
  }
  pdf.set('text', 10)
  return pdf
}

/** A pause between many draws: the process answers others meanwhile. */
export function createBreath(): () => Promise<void> {
  let draws = 0
  return async () => {
    draws += 1
    if (draws % DRAWS_AT_ONCE === 0) await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
