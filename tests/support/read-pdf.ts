import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPage = { width: number; height: number; text: string; roles: string[]; alts: string[] }

/** A PDF as a reader of it sees: size of its pages in mm, their texts, the tags and the words of its pictures. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ pages: ReadPage[]; lang: string; title: string; isTagged: boolean }> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number))
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } }
  const marks = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  await task.destroy()
  return { pages, title: info.Title ?? '', lang: info.Language ?? '', isTagged: marks?.Marked === true }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 25.4 / 72 })
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('')
  const roles: string[] = []
  const alts: string[] = []
  walk(await page.getStructTree(), roles, alts)
  return { width, height, text, roles, alts }
}

type Node = { role?: string; alt?: string; children?: unknown[] } | null

function walk(node: Node, roles: string[], alts: string[]): void {
  if (node?.role) roles.push(node.role)
  if (node?.alt) alts.push(node.alt)
  for (const child of node?.children ?? []) walk(child as Node, roles, alts)
}

/** Which drawing operators a page uses, to tell vectors from pictures. */
export async function operatorsOf(bytes: Uint8Array, number = 1): Promise<Set<string>> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const page = await (await task.promise).getPage(number)
  const { fnArray } = await page.getOperatorList()
  await task.destroy()
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  return new Set(fnArray.map((code) => names.get(code) ?? ''))
}
