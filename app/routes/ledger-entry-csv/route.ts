import type { LoaderFunctionArgs } from '@remix-run/node'
import { entryHistory, type EntryEvent } from '~/features/accounting/model/entry-history'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { requireEntry } from '~/http/ledger-entry.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { history } from '~/messages/history'
import { ledger } from '~/messages/ledger'

type Row = Extract<EntryEvent, { kind: 'row' }>['row']
type Correction = Extract<EntryEvent, { kind: 'correction' }>['correction']

/** The rows of the ledger for a handover with their whole hashes, and the corrections that were asked, in order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { entry } = await requireEntry(request, params.handoverId)
  const locale = await localeOf(request)
  const t = translator(locale, ledger)
  const ofRow =
    <Cell>(cell: (row: Row) => Cell) =>
    (event: EntryEvent) =>
      event.kind === 'row' ? cell(event.row) : null
  const ofCorrection =
    <Cell>(cell: (correction: Correction) => Cell) =>
    (event: EntryEvent) =>
      event.kind === 'correction' ? cell(event.correction) : null
  const columns: CsvColumn<EntryEvent>[] = [
    { header: translator(locale, history)('at'), cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: t('entry.seq'), cell: ofRow(({ seq }) => seq) },
    {
      header: t('entry.kind'),
      cell: (event) => t(event.kind === 'row' ? `kind.${event.row.kind}` : 'corrections.request'),
    },
    {
      header: `${t('entry.mass')} (kg)`,
      cell: (event) => (event.kind === 'row' ? event.row : event.correction).massG / 1000,
    },
    {
      header: `${t('entry.net')} (kgCO2e)`,
      cell: ofRow(({ netAvoidedGCo2e: netG }) => (netG === null ? null : netG / 1000)),
    },
    {
      header: t('entry.why'),
      cell: (event) => {
        const { reason } = event.kind === 'row' ? event.row : event.correction
        return reason && t(`reason.${reason}`)
      },
    },
    { header: t('ask.note'), cell: ofCorrection(({ note }) => note) },
    {
      header: t('entry.who'),
      cell: (event) =>
        event.kind === 'row'
          ? event.row.decidedBy && t(`decided.${event.row.decidedBy}`)
          : t(`side.${event.correction.askedBy}`),
    },
    {
      header: t('corrections.state'),
      cell: ofCorrection(({ state }) => t(`corrections.${state === 'asked' ? 'waiting' : state}`)),
    },
    { header: t('corrections.answer'), cell: ofCorrection(({ answer }) => answer) },
    { header: t('entry.hash'), cell: ofRow(({ hash }) => hash) },
  ]
  const { rows, corrections, parties } = entry
  const name = `gisement-${t('entry.csvFile')}-${parties.handoverId}.csv`
  return download(toCsv(columns, entryHistory(rows, corrections)), name, 'text/csv')
}
