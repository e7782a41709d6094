import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { changeBasket } from '~/features/baskets/commands/change-basket.server'
import { readLine, type BillLine, type LineTexts, type ReadLine } from '~/features/baskets/model/bill'
import { basketTermsSchema } from '~/features/baskets/schema'
import type { TermErrors, TermTexts } from '~/features/baskets/ui/term-fields'
import type { Actor } from '~/features/organisations/model/permissions'
import { lineTextsOf, readBillForm, termsOf, termTextsOf, type BillForm } from '~/http/bill-form.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { STATUS } from '~/http/status'
import { bill as billTexts } from '~/messages/bill'
import { translator } from '~/messages/catalogue'

/** A line that came back: its texts and what is wrong with them. */
type BackLine = { texts: LineTexts; faults: ReadLine['faults'] }
export type EditReply = {
  terms: TermTexts
  errors: TermErrors
  lines: Record<string, BackLine>
  added: Record<string, BackLine>
}

/** Saves the project's answers, the lines that the page showed, and those added to them; all of it or nothing. */
export async function saveBasket(request: Request, actor: Actor, basketId: string) {
  const sent = (await readBillForm(request)) ?? { form: new FormData(), file: null }
  const lines = [...lineTextsOf(sent.form, 'line')].map(([id, texts]) => ({ id, ...readLine(texts) }))
  const added = [...lineTextsOf(sent.form, 'added')]
    .filter(([, texts]) => [texts.label, texts.quantity, texts.price].some((text) => text.trim() !== ''))
    .map(([id, texts]) => ({ id, ...readWhole(texts) }))
  const back = (errors: TermErrors, status: number) => data(replyOf(sent, errors, lines, added), { status })
  const terms = await parseForm(request, basketTermsSchema, termsOf(sent.form))
  if (!terms.ok) return back(terms.reply.data.result.error ?? {}, 400)
  const locale = await localeOf(request)
  if ([...lines, ...added].some(isFaulty)) {
    return back({ '': [translator(locale, billTexts)('preview.faults')] }, 400)
  }
  const changed = await changeBasket({
    ...{ actor, basketId, terms: terms.value },
    lines: new Map(lines.map(({ id, line }): [string, BillLine | null] => [id, line])),
    added: added.flatMap(({ line }) => line ?? []),
  })
  if (changed.ok) return redirect(paths.basket(basketId, '?fait=change'))
  return back(
    { [changed.error.field ?? '']: [domainMessage(locale, changed.error)] },
    STATUS[changed.error.code],
  )
}

type Line = Pick<ReadLine, 'texts' | 'faults' | 'line' | 'left'> & { id: string }

/** A typed line is a line, also where a file's would be a title. */
function readWhole(texts: LineTexts) {
  const read = readLine(texts)
  return read.left === 'title' ? { ...read, faults: { quantity: 'quantity-missing' } as const } : read
}

function isFaulty({ line, left }: Line): boolean {
  return line === null && left !== 'person'
}

function replyOf({ form }: BillForm, errors: TermErrors, lines: Line[], added: Line[]): EditReply {
  const byId = (some: Line[]) =>
    Object.fromEntries(some.map(({ id, texts, faults }) => [id, { texts, faults }]))
  return { terms: termTextsOf(form), errors, lines: byId(lines), added: byId(added) }
}
