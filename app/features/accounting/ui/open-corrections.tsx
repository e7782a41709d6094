import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { ledger } from '~/messages/ledger'
import { ledgerAdmin } from '~/messages/ledger-admin'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { CorrectionView } from '../model/correction'

/** Corrections that wait for an answer, each leading to its entry. */
export function OpenCorrectionsTable({ corrections }: { corrections: readonly CorrectionView[] }) {
  const t = useT(ledgerAdmin)
  const tLedger = useT(ledger)
  const format = useFormat()
  return (
    <DataTable
      caption={t('waiting')}
      hideCaption
      dense
      rows={corrections}
      rowKey={({ id }) => id}
      csvHref={paths.ledgerAdminCsv()}
      empty={t('none')}
      columns={[
        {
          key: 'asked',
          header: t('asked'),
          rowHeader: true,
          cell: ({ askedAtMs }) => format.instant(askedAtMs),
        },
        { key: 'by', header: t('by'), cell: ({ askedBy }) => tLedger(`side.${askedBy}`) },
        {
          key: 'mass',
          header: t('mass'),
          figure: true,
          cell: ({ massG }) => format.quantity(massG, 'kg'),
        },
        {
          key: 'reason',
          header: t('reason'),
          cell: ({ reason, note }) => [tLedger(`reason.${reason}`), note].filter(Boolean).join(' : '),
        },
        {
          key: 'acts',
          header: t('handover'),
          acts: true,
          cell: ({ handoverId }) => <Link to={paths.ledgerEntry(handoverId)}>{t('see')}</Link>,
        },
      ]}
    />
  )
}
