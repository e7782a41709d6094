import { LINE_FIELDS, readBill, type BillDraft, type LineTexts } from '~/features/baskets/model/bill'
import { BILL_COLUMNS } from '~/features/baskets/model/guess-columns'
import { readUnit } from '~/features/wording/model/read-cells'
import { carriedBill, TERM_FIELDS } from '~/features/baskets/schema'
import type { TermTexts } from '~/features/baskets/ui/term-fields'
import { readFilesForm, type SentFile } from './read-photo-form.server'

/** A posted form of a bill with the file it may bring; null when the body is no form. */
export type BillForm = { form: FormData; file: SentFile | null }

/** Five fields for each of a page of lines, the project's, and what the page carries. */
const LIMITS = { maxParts: 1200, maxFiles: 1, maxFileSize: 20 * 1024 * 1024, maxTotalSize: 24 * 1024 * 1024 }

export async function readBillForm(request: Request): Promise<BillForm | null> {
  let file: SentFile | null = null
  try {
    const form = await readFilesForm(request, { file: (sent) => void (file = sent) }, LIMITS)
    return form && { form, file }
  } catch {
    // A body that is neither of the two kinds of form.
    return null
  }
}

/** The answers about the project alone, as its schema reads them. */
export function termsOf(form: FormData): FormData {
  const terms = new FormData()
  for (const name of TERM_FIELDS) terms.set(name, textOf(form, name))
  return terms
}

/** The same as texts, for a form that comes back. */
export function termTextsOf(form: FormData): TermTexts {
  return Object.fromEntries(TERM_FIELDS.map((name) => [name, textOf(form, name)])) as TermTexts
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Lines as their fields hold them, by the key that follows the prefix: `fix.r12.label` of `fix` is at «12». */
export function lineTextsOf(form: FormData, prefix: string): Map<string, LineTexts> {
  const lines = new Map<string, LineTexts>()
  const pattern = new RegExp(`^${prefix}\\.r([\\w-]{1,40})\\.(${LINE_FIELDS.join('|')})$`)
  for (const [name, value] of form) {
    const [, key, field] = pattern.exec(name) ?? []
    if (key === undefined || field === undefined || typeof value !== 'string') continue
    const texts = lines.get(key) ?? emptyLine()
    texts[field as keyof LineTexts] = value.slice(0, MAX_TEXT)
    lines.set(key, texts)
  }
  return lines
}

const MAX_TEXT = 300

export function emptyLine(): LineTexts {
  return { label: '', quantity: '', unit: '', price: '', material: '', leave: '' }
}

/** The bill that a page carries, with the columns and lines that its fields put right; null when it is not one of ours. */
export function carriedBillOf(form: FormData): BillDraft | null {
  const carried = carriedBill.safeParse(parsedJson(textOf(form, 'bill')))
  if (!carried.success) return null
  const draft = carried.data
  const fixes = { ...draft.fixes }
  for (const [row, texts] of fixesOf(form, draft)) fixes[row] = { ...fixes[row], ...texts }
  const width = draft.rows[0]?.length ?? 0
  for (const column of BILL_COLUMNS) {
    if (!form.has(`columns.${column}`)) continue
    const asked = textOf(form, `columns.${column}`)
    draft.columns[column] = /^\d{1,3}$/.test(asked) && Number(asked) < width ? Number(asked) : null
  }
  return { ...draft, fixes }
}

/** What was put right: of the fields that the page showed for each line, those that now say something else. */
function fixesOf(form: FormData, draft: BillDraft): Map<string, Partial<LineTexts>> {
  const fixes = new Map<string, Partial<LineTexts>>()
  const before = new Map(readBill(draft).map(({ row, texts }) => [String(row), texts]))
  for (const [row, texts] of lineTextsOf(form, 'fix')) {
    const old = before.get(row)
    if (!old) continue
    const sent = LINE_FIELDS.filter((field) => form.has(`fix.r${row}.${field}`))
    // A box that is not ticked is not sent: it was shown where the line has its other fields.
    const shown = sent.includes('label') ? LINE_FIELDS : sent
    const changed = shown.filter((field) => texts[field] !== shownText(field, old[field]))
    if (changed.length > 0) fixes.set(row, Object.fromEntries(changed.map((field) => [field, texts[field]])))
  }
  return fixes
}

/** What a field shows of a text: its list of units has those that are known, written one way. */
function shownText(field: keyof LineTexts, text: string): string {
  if (field !== 'unit') return text
  const unit = readUnit(text)
  return unit.ok ? unit.value : ''
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
