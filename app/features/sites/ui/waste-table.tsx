import type { WasteFamily } from '~/core/waste-terms'
import { inventory as texts } from '~/messages/inventory'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

export type WasteShown = {
  id: string
  family: WasteFamily
  wasteCode: string
  label: string
  massG: number
  outlet: string
}

/** Rows shown: a survey foresees some dozen kinds of waste. */
const MOST_SHOWN = 100

/** The waste that a survey foresees, with its total. */
export function WasteTable({ wastes, csvHref }: { wastes: readonly WasteShown[]; csvHref: string }) {
  const t = useT(texts)
  const format = useFormat()
  const massG = wastes.reduce((total, waste) => total + waste.massG, 0)
  return (
    <details>
      <summary className="text-xl">{t('waste.title', { count: wastes.length })}</summary>
      <div className="pt-4">
        <DataTable
          caption={t('waste.caption')}
          hideCaption
          dense
          csvHref={csvHref}
          rows={wastes.slice(0, MOST_SHOWN)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'label',
              header: t('waste.label'),
              rowHeader: true,
              cell: ({ label }) => label,
              total: t('waste.total'),
            },
            { key: 'family', header: t('waste.family'), cell: ({ family }) => t(`waste.families.${family}`) },
            { key: 'code', header: t('waste.code'), cell: ({ wasteCode }) => wasteCode || '–' },
            {
              key: 'mass',
              header: t('waste.mass'),
              figure: true,
              cell: (waste) => format.mass(waste.massG),
              total: format.mass(massG),
            },
            { key: 'outlet', header: t('waste.outlet'), cell: ({ outlet }) => outlet || '–' },
          ]}
        />
      </div>
    </details>
  )
}
