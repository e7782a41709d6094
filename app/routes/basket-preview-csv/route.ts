import type { ActionFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { MILLI } from '~/core/units'
import { readBill, type ReadLine } from '~/features/baskets/model/bill'
import { requireActor } from '~/http/actor.server'
import { carriedBillOf, readBillForm } from '~/http/bill-form.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { bill } from '~/messages/bill'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

/** Every line that was read of a bill, as its preview shows it, before any is kept: posted to with what the page carries. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const sent = await readBillForm(request)
  const draft = sent && carriedBillOf(sent.form)
  if (!draft) return new Response(null, { status: 400 })
  const locale = await localeOf(request)
  const t = translator(locale, bill)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const stateOf = ({ line, left }: ReadLine) => {
    if (left) return t('preview.stateLeft')
    if (!line) return t('preview.stateFaulty')
    return t(line.material ? 'preview.stateRead' : 'preview.stateUnknown')
  }
  const columns: CsvColumn<ReadLine>[] = [
    { header: t('preview.csvLine'), cell: ({ rowNumber }) => rowNumber },
    { header: t('preview.csvState'), cell: stateOf },
    { header: t('line.label'), cell: ({ line, texts }) => line?.label ?? texts.label },
    {
      header: t('line.quantity'),
      cell: ({ line, texts }) => (line ? line.quantityMilli / MILLI : texts.quantity),
    },
    { header: t('line.unit'), cell: ({ line, texts }) => (line ? format.unit(line.unit) : texts.unit) },
    {
      header: t('line.material'),
      cell: ({ line }) => (line?.material ? tMaterial(`type.${line.material}.name`) : null),
    },
    {
      header: t('line.price'),
      cell: ({ line, texts }) => (line ? euros(line.newUnitPriceCents) : texts.price),
    },
    {
      header: t('preview.csvFaults'),
      cell: ({ faults }) =>
        Object.values(faults)
          .map((fault) => t(`fault.${fault}`))
          .join(' ') || null,
    },
  ]
  return download(toCsv(columns, readBill(draft)), `${t('preview.csvFile')}.csv`, 'text/csv')
}

function euros(cents: number | null): number | null {
  return cents === null ? null : cents / 100
}
