import type { FactorRow } from '~/core/ledger-terms'
import { materials } from '~/messages/materials'
import { method } from '~/messages/method'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** A table of factors: each value with its range, its source and its licence. */
export function FactorTable({ rows, csvHref }: { rows: readonly FactorRow[]; csvHref: string }) {
  const t = useT(method)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <DataTable
      caption={t('factors.title')}
      hideCaption
      dense
      rows={rows}
      rowKey={({ material }) => material}
      csvHref={csvHref}
      columns={[
        {
          key: 'material',
          header: t('factors.material'),
          rowHeader: true,
          cell: ({ material }) => tMaterial(`type.${material}.name`),
        },
        {
          key: 'value',
          header: t('factors.value'),
          figure: true,
          cell: ({ kgCo2ePerKg }) => format.number(kgCo2ePerKg, 5),
        },
        {
          key: 'range',
          header: t('factors.range'),
          cell: ({ lowKgCo2ePerKg: low, highKgCo2ePerKg: high }) =>
            low === null || high === null
              ? t('factors.noRange')
              : `${format.number(low, 5)} – ${format.number(high, 5)}`,
        },
        {
          key: 'reconditioning',
          header: t('factors.reconditioning'),
          figure: true,
          cell: ({ reconditioningKgCo2ePerKg }) => format.number(reconditioningKgCo2ePerKg, 5),
        },
        {
          key: 'substitution',
          header: t('factors.substitution'),
          figure: true,
          cell: ({ substitution }) => format.percent(substitution, 0),
        },
        {
          key: 'source',
          header: t('factors.source'),
          cell: ({ source, sourceRow, year, licence }) => `${source} (${sourceRow}), ${year}, ${licence}`,
        },
      ]}
    />
  )
}
