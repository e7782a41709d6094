import { data, redirect } from '@remix-run/node'
import { isId, newId } from '~/core/ids'
import { paths } from '~/core/paths'
import type { DomainError, Result } from '~/core/result'
import { keepBasket } from '~/features/baskets/commands/keep-basket.server'
import { readBillFile, readPastedBill, type ReadBill } from '~/features/baskets/commands/read-bill.server'
import {
  countBill,
  readBill,
  type BillCount,
  type BillDraft,
  type LineTexts,
  type ReadLine,
} from '~/features/baskets/model/bill'
import { basketTermsSchema } from '~/features/baskets/schema'
import { TYPED_ROWS } from '~/features/baskets/ui/bill-entry'
import type { TermErrors, TermTexts } from '~/features/baskets/ui/term-fields'
import type { Actor } from '~/features/organisations/model/permissions'
import {
  carriedBillOf,
  emptyLine,
  lineTextsOf,
  readBillForm,
  termsOf,
  termTextsOf,
  textOf,
  type BillForm,
} from '~/http/bill-form.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { bill as billTexts } from '~/messages/bill'

type Shared = { id: string; terms: TermTexts; errors: TermErrors }
export type EntryStep = Shared & { step: 'entry'; typed: LineTexts[]; pasted: string; fileError?: string }
export type PreviewStep = Shared & {
  step: 'preview'
  draft: BillDraft
  lines: ReadLine[]
  count: BillCount
  sheet: string | null
  sheets: string[]
}

/** The most lines that a form without JavaScript offers to type: more come from a file or a paste. */
const MOST_TYPED = 60

/** Takes one step of a new bill: more lines to type, reading, reading again, keeping. Nothing is kept before the last. */
export async function takeStep(request: Request, actor: Actor) {
  const sent = await readBillForm(request)
  if (!sent) return refuse(request, emptyForm(), { code: 'invalid' })
  switch (textOf(sent.form, 'intent')) {
    case 'more':
      return entry(sent, {}, 200, TYPED_ROWS)
    case 'read':
      return readStep(request, sent)
    case 'check':
    case 'keep':
      return keepStep(request, actor, sent)
    default:
      return refuse(request, sent, { code: 'invalid' })
  }
}

function emptyForm(): BillForm {
  return { form: new FormData(), file: null }
}

async function readStep(request: Request, sent: BillForm) {
  const read = await readSource(sent)
  if (!read.ok) return refuse(request, sent, read.error)
  return preview(sent.form, read.value, {}, 200)
}

/** The file, else what is pasted, else what is typed. */
function readSource({ form, file }: BillForm): Promise<Result<ReadBill>> {
  if (file && file.bytes.length > 0) return readBillFile(file, textOf(form, 'sheet') || undefined)
  const typed = [...lineTextsOf(form, 'typed').values()]
  const pasted = textOf(form, 'pasted')
  if (pasted.trim() !== '' || typed.every(isBlank)) return readPastedBill(pasted)
  return Promise.resolve({ ok: true, value: { draft: typedBill(typed), sheet: null, sheets: [] } })
}

function typedBill(typed: readonly LineTexts[]): BillDraft {
  const filled = typed.flatMap((texts, at) => (isBlank(texts) ? [] : [{ texts, number: at + 1 }]))
  return {
    rows: filled.map(({ texts }) => [texts.label, texts.quantity, texts.unit, texts.price]),
    rowNumbers: filled.map(({ number }) => number),
    columns: { label: 0, quantity: 1, unit: 2, price: 3, heading: null },
    fixes: Object.fromEntries(filled.map(({ texts }, at) => [at, { material: texts.material }])),
  }
}

function isBlank(texts: LineTexts): boolean {
  return [texts.label, texts.quantity, texts.price].every((text) => text.trim() === '')
}

async function keepStep(request: Request, actor: Actor, sent: BillForm) {
  const draft = carriedBillOf(sent.form)
  if (!draft) return refuse(request, sent, { code: 'invalid' })
  const read = { draft, sheet: null, sheets: [] }
  const isKept = textOf(sent.form, 'intent') === 'keep'
  if (!isKept) return preview(sent.form, read, {}, 200)
  const terms = await parseForm(request, basketTermsSchema, termsOf(sent.form))
  if (!terms.ok) return preview(sent.form, read, terms.reply.data.result.error ?? {}, 400)
  const lines = readBill(draft)
  const { faulty, lines: ready } = countBill(lines)
  if (faulty > 0 || ready === 0) {
    const t = translator(await localeOf(request), billTexts)
    const sentence = faulty > 0 ? t('preview.faults') : t('preview.noLine')
    return preview(sent.form, read, { '': [sentence] }, 400)
  }
  const id = idOf(sent.form)
  const kept = await keepBasket({ actor, id, ...terms.value, lines: lines.flatMap(({ line }) => line ?? []) })
  if (kept.ok) return redirect(paths.basket(kept.value.id, '?fait=garde'))
  const sentence = domainMessage(await localeOf(request), kept.error)
  return preview(sent.form, read, { [kept.error.field ?? '']: [sentence] }, STATUS[kept.error.code])
}

async function refuse(request: Request, sent: BillForm, error: DomainError) {
  const sentence = domainMessage(await localeOf(request), error)
  const isSource = error.code === 'busy' || error.code.startsWith('table-')
  return isSource
    ? entry(sent, { fileError: sentence }, STATUS[error.code])
    : entry(sent, { errors: { '': [sentence] } }, STATUS[error.code])
}

function entry(sent: BillForm, more: Partial<EntryStep>, status: number, added = 0) {
  const typed = [...lineTextsOf(sent.form, 'typed').values()]
  const wanted = Math.min(MOST_TYPED, Math.max(TYPED_ROWS, typed.length + added))
  while (typed.length < wanted) typed.push(emptyLine())
  const step: EntryStep = {
    ...sharedOf(sent.form),
    ...{
      step: 'entry',
      typed: typed.slice(0, MOST_TYPED),
      pasted: textOf(sent.form, 'pasted').slice(0, 100_000),
    },
    ...more,
  }
  return data(step, { status })
}

function preview(form: FormData, { draft, sheet, sheets }: ReadBill, errors: TermErrors, status: number) {
  const lines = readBill(draft)
  const step: PreviewStep = {
    ...sharedOf(form),
    ...{ step: 'preview', errors, draft, lines, count: countBill(lines), sheet, sheets },
  }
  return data(step, { status })
}

function sharedOf(form: FormData): Shared {
  return { id: idOf(form), terms: termTextsOf(form), errors: {} }
}

function idOf(form: FormData): string {
  const id = textOf(form, 'id')
  return isId(id) ? id : newId()
}
