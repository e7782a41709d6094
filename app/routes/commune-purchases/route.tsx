import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { offeredYears } from '~/features/accounting/model/years'
import { YearForm } from '~/features/accounting/ui/year-form'
import { addPurchase, importPurchases, removePurchase } from '~/features/board/commands/keep-purchases.server'
import { listPurchases } from '~/features/board/queries/purchases.server'
import { purchaseSchema } from '~/features/board/schema'
import { PurchaseImport, PurchaseForm } from '~/features/board/ui/purchase-forms'
import { PurchaseTable } from '~/features/board/ui/purchase-table'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { requirePurchases } from '~/http/own-purchases.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { purchases as texts } from '~/messages/purchases'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  const words = { place: loaded?.place.name ?? '', year: String(loaded?.year ?? '') }
  return [{ title: `${localised({ matches }, texts)('title', words)} – Gisement` }]
}

const MEBIBYTE = 1024 * 1024
const LIMITS = { maxParts: 10, maxFiles: 1, maxFileSize: MEBIBYTE, maxTotalSize: 2 * MEBIBYTE }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { place, year, done } = await requirePurchases(request, params)
  const lines = await listPurchases(place.code, year)
  return { id: newId(), place, year, done, lines, years: offeredYears(isoDayOf(nowMs()), year) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const own = await requirePurchases(request, params)
  const { actor, place } = own
  const back = (year: number, done: string) =>
    redirect(`${paths.communePurchases(place.code, year)}&fait=${done}`)
  if ((request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')) {
    const fault = await importSent(request, own)
    return fault
      ? data({ fileFault: fault.message, result: null }, { status: fault.status })
      : back(own.year, 'importe')
  }
  const form = await parseForm(request, purchaseSchema)
  if (!form.ok) return form.reply
  const asked = form.value
  if (asked.intent === 'remove') {
    const removed = await removePurchase({ actor, communeCode: place.code, id: asked.id })
    return removed.ok ? back(asked.year, 'retire') : form.refuse(removed.error)
  }
  const { id, year, label, amount: amountCents, reused: reusedBp, recycled: recycledBp } = asked
  const line = { id, year, label, amountCents, reusedBp, recycledBp }
  const added = await addPurchase({ actor, communeCode: place.code, ...line })
  return added.ok ? back(year, 'ajoute') : form.refuse(added.error)
}

/** Reads the table that was sent and puts it in the year's place; what was wrong with it, or null. */
async function importSent(
  request: Request,
  { actor, place, year }: Awaited<ReturnType<typeof requirePurchases>>,
): Promise<{ message: string; status: number } | null> {
  const locale = await localeOf(request)
  const sent: { file: SentFile | null } = { file: null }
  const form = await readFilesForm(request, { file: (file) => void (sent.file = file) }, LIMITS).catch(
    () => null,
  )
  if (!form || !sent.file) return { message: translator(locale, texts)('missing'), status: 400 }
  const imported = await importPurchases({ actor, communeCode: place.code, year, bytes: sent.file.bytes })
  if (imported.ok) return null
  return { message: domainMessage(locale, imported.error), status: STATUS[imported.error.code] }
}

const DONE = { ajoute: 'added', retire: 'removed', importe: 'imported' } as const

export default function CommunePurchases() {
  const t = useT(texts)
  const { id, place, year, years, lines, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.commune(place.code, year), label: t('back', { place: place.name }) }}
        title={t('title', { place: place.name, year: String(year) })}
        lead={t('lead')}
        actions={<YearForm action={paths.communePurchases(place.code)} year={year} years={years} />}
      />
      {done && <Notice tone="success" live title={t(DONE[done])} />}
      <PurchaseTable lines={lines} year={year} csvHref={paths.communePurchasesCsv(place.code, year)} />
      <PurchaseForm id={id} year={year} reply={reply?.result} />
      <PurchaseImport
        year={year}
        action={paths.communePurchases(place.code, year)}
        fault={reply && 'fileFault' in reply ? reply.fileFault : undefined}
      />
    </div>
  )
}
