/** Limits of a lot's documents, shown to people where they choose them. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024
export const MAX_ATTACHMENTS_PER_LOT = 5

export const ATTACHMENT_KINDS = ['technical-sheet', 'test-report', 'deliberation', 'other'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** What a page needs to name a document and offer it. */
export type AttachmentView = {
  id: string
  kind: AttachmentKind
  fileName: string
  sizeBytes: number
}

/** The kind that a form names; anything else is `other`. */
export function attachmentKindOf(text: unknown): AttachmentKind {
  return ATTACHMENT_KINDS.find((kind) => kind === text) ?? 'other'
}

/** How far from the end the end marker may stand: what readers accept (ISO 32000-1:2008, annex H, note 18). */
const TAIL_BYTES = 1024

/** Whether the content, not the name, is a PDF: its header first, its end marker near the end. */
export function isPdf(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1')
  return (
    /^%PDF-\d\.\d/.test(latin.decode(bytes.subarray(0, 8))) &&
    latin.decode(bytes.subarray(-TAIL_BYTES)).includes('%%EOF')
  )
}

const MAX_NAME = 100

/**
 * A document's name as it may be written in a reply header and on any disk: no path, no control or reserved
 * character, always ending in `.pdf`.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}"<>|:*?%;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\.pdf$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${[...plain].slice(0, MAX_NAME).join('') || 'document'}.pdf`
}
