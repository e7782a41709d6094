import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An element of what a PDF says of its structure. */
export type PdfNode = { role: string; alt?: string; lang?: string; children: PdfNode[]; texts: string[] }

export type ReadPdf = {
  title: string
  lang: string | null
  isMarked: boolean
  pages: number
  /** All texts in the order they are drawn. */
  text: string
  /** Text that stands in no structure: heads, feet, decoration. */
  artifacts: string
  /** Roots of the structure, page by page. */
  structure: PdfNode[]
  fonts: { name: string; isEmbedded: boolean }[]
  links: string[]
  images: number
  /** As read from the bytes that no stream packs. */
  raw: string
}

type TextItem = { str?: string; type?: string; id?: string; hasEOL?: boolean }
type StructItem = {
  role?: string
  alt?: string
  lang?: string
  type?: string
  id?: string
  children?: StructItem[]
}

/** Reads a PDF back with its structure, as a screen reader would. */
export async function readPdfStructure(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
    .promise
  const [metadata, mark] = await Promise.all([document.getMetadata(), document.getMarkInfo()])
  const info = metadata.info as { Title?: string; Language?: string | null }
  const read: ReadPdf = {
    title: info.Title ?? '',
    lang: info.Language ?? null,
    isMarked: mark?.Marked === true,
    pages: document.numPages,
    text: '',
    artifacts: '',
    structure: [],
    fonts: [],
    links: [],
    images: 0,
    raw: Buffer.from(bytes).toString('latin1'),
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    await readPage(await document.getPage(number), read)
  }
  await document.destroy()
  return read
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function readPage(page: Page, read: ReadPdf): Promise<void> {
  const content = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of content.items as TextItem[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? null)
    else if (item.type === 'endMarkedContent') open.pop()
    else if (item.str !== undefined) {
      const said = item.str + (item.hasEOL ? ' ' : '')
      const id = open.findLast((one) => one !== null) ?? null
      read.text += said
      if (id === null) read.artifacts += said
      else texts.set(id, (texts.get(id) ?? '') + said)
    }
  }
  const tree = (await page.getStructTree()) as StructItem | null
  if (tree) read.structure.push(nodeOf(tree, texts))
  const operators = await page.getOperatorList()
  for (const [index, operator] of operators.fnArray.entries()) {
    if (operator === OPS.paintImageXObject) read.images += 1
    if (operator !== OPS.setFont) continue
    const [id] = operators.argsArray[index] as [string]
    const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean }
    if (!read.fonts.some(({ name }) => name === font.name)) {
      read.fonts.push({ name: font.name, isEmbedded: font.missingFile !== true })
    }
  }
  for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) read.links.push(url)
}

function nodeOf(item: StructItem, texts: ReadonlyMap<string, string>): PdfNode {
  const children = item.children ?? []
  return {
    role: item.role ?? '',
    alt: item.alt,
    lang: item.lang,
    children: children.filter(({ role }) => role !== undefined).map((child) => nodeOf(child, texts)),
    texts: children.flatMap(({ role, id }) => (role === undefined && id ? [texts.get(id) ?? ''] : [])),
  }
}

/** All elements in the order a screen reader meets them. */
export function nodesOf(read: Pick<ReadPdf, 'structure'>): PdfNode[] {
  const walk = (node: PdfNode): PdfNode[] => [node, ...node.children.flatMap(walk)]
  return read.structure.flatMap(walk)
}

/** The text of an element and of all in it. */
export function textOf(node: PdfNode): string {
  return [...node.texts, ...node.children.map(textOf)].join('')
}
