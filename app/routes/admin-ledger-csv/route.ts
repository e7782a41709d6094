import type { LoaderFunctionArgs } from '@remix-run/node'
import type { CorrectionView } from '~/features/accounting/model/correction'
import { listOpenCorrections } from '~/features/accounting/queries/corrections.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { ledger } from '~/messages/ledger'
import { ledgerAdmin } from '~/messages/ledger-admin'

/** The corrections that wait for an answer. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'correction:enter')
  const locale = await localeOf(request)
  const t = translator(locale, ledgerAdmin)
  const tLedger = translator(locale, ledger)
  const columns: CsvColumn<CorrectionView>[] = [
    { header: t('asked'), cell: ({ askedAtMs }) => new Date(askedAtMs).toISOString() },
    { header: t('by'), cell: ({ askedBy }) => tLedger(`side.${askedBy}`) },
    { header: `${t('mass')} (kg)`, cell: ({ massG }) => massG / 1000 },
    { header: t('reason'), cell: ({ reason }) => tLedger(`reason.${reason}`) },
    { header: tLedger('ask.note'), cell: ({ note }) => note },
    { header: t('handover'), cell: ({ handoverId }) => handoverId },
  ]
  return download(toCsv(columns, await listOpenCorrections()), `gisement-${t('csvFile')}.csv`, 'text/csv')
}
