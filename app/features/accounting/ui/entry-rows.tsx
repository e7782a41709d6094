import { ledger } from '~/messages/ledger'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ChainRowView, CorrectionView } from '../model/correction'

/** Every row that the ledger has of a handover: nothing was changed, only added. */
export function EntryRows({ rows, csvHref }: { rows: readonly ChainRowView[]; csvHref: string }) {
  const t = useT(ledger)
  const format = useFormat()
  return (
    <section aria-labelledby="rows" className="flex min-w-0 flex-col gap-3">
      <h2 id="rows">{t('entry.rows')}</h2>
      <p className="prose-width text-muted">{t('entry.rowsLead')}</p>
      <DataTable
        caption={t('entry.rows')}
        hideCaption
        dense
        rows={rows}
        rowKey={({ seq }) => String(seq)}
        csvHref={csvHref}
        columns={[
          { key: 'seq', header: t('entry.seq'), rowHeader: true, cell: ({ seq }) => seq },
          { key: 'kind', header: t('entry.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: 'mass',
            header: t('entry.mass'),
            figure: true,
            cell: ({ massG }) => format.quantity(massG, 'kg'),
          },
          { key: 'at', header: t('entry.at'), cell: ({ recordedAtMs }) => format.instant(recordedAtMs) },
          { key: 'why', header: t('entry.why'), cell: ({ reason }) => reason && t(`reason.${reason}`) },
          {
            key: 'who',
            header: t('entry.who'),
            cell: ({ decidedBy }) => decidedBy && t(`decided.${decidedBy}`),
          },
          { key: 'hash', header: t('entry.hash'), cell: ({ hash }) => <Hash text={hash} /> },
        ]}
      />
    </section>
  )
}

/** A hash as people compare it: its beginning; the whole of it for who copies it. */
function Hash({ text }: { text: string | null }) {
  return text && <code title={text}>{text.slice(0, 12)}…</code>
}

/** What was asked to be corrected, by whom, and what became of it. */
export function CorrectionsTable({ corrections }: { corrections: readonly CorrectionView[] }) {
  const t = useT(ledger)
  const format = useFormat()
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections" className="flex min-w-0 flex-col gap-3">
      <h2 id="corrections">{t('corrections.title')}</h2>
      <DataTable
        caption={t('corrections.title')}
        hideCaption
        dense
        rows={corrections}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'asked',
            header: t('corrections.asked'),
            rowHeader: true,
            cell: ({ askedAtMs }) => format.instant(askedAtMs),
          },
          {
            key: 'by',
            header: t('corrections.by'),
            cell: ({ askedByName, askedBy }) =>
              `${askedByName ?? t('corrections.gone')} (${t(`side.${askedBy}`)})`,
          },
          {
            key: 'mass',
            header: t('corrections.mass'),
            figure: true,
            cell: ({ massG }) => format.quantity(massG, 'kg'),
          },
          {
            key: 'reason',
            header: t('corrections.reason'),
            cell: ({ reason, note }) => [t(`reason.${reason}`), note].filter(Boolean).join(' : '),
          },
          {
            key: 'state',
            header: t('corrections.state'),
            cell: ({ state, decidedByName, answer }) =>
              [t(`corrections.${state === 'asked' ? 'waiting' : state}`), decidedByName, answer]
                .filter(Boolean)
                .join(', '),
          },
        ]}
      />
    </section>
  )
}
