import { communes } from '~/messages/communes'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { AccountedSite, CohortAccount } from '../model/cohort'

export type CohortSite = AccountedSite & { name: string; endsOn: string }

/** The sites that make a rate, with their masses; the last line is the rate's own numerator and denominator. */
export function CohortTable({
  sites,
  account,
  caption,
}: {
  sites: readonly CohortSite[]
  account: CohortAccount
  caption: string
}) {
  const t = useT(communes)
  const format = useFormat()
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      rows={sites}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'site',
          header: t('one.site'),
          rowHeader: true,
          cell: ({ name }) => <span className="block min-w-40">{name || t('one.siteHidden')}</span>,
          total: t('one.total'),
        },
        { key: 'ends', header: t('one.endsOn'), figure: true, cell: ({ endsOn }) => format.day(endsOn) },
        {
          key: 'inventoried',
          header: t('one.inventoried'),
          figure: true,
          cell: ({ inventory }) => format.mass(inventory?.totalG ?? 0),
          total: format.mass(account.localReuse.denominatorG),
        },
        {
          key: 'reusable',
          header: t('one.reusable'),
          figure: true,
          cell: ({ inventory }) => format.mass(inventory?.reusableG ?? 0),
          total: format.mass(account.realisation.denominatorG),
        },
        {
          key: 'handed-over',
          header: t('one.handedOver'),
          figure: true,
          cell: ({ handedOverG }) => format.mass(handedOverG),
          total: format.mass(account.localReuse.numeratorG),
        },
      ]}
    />
  )
}
