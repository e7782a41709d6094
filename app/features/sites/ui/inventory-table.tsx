import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'
import type { InventoryKind } from '../model/site'

type InventoryLine = {
  id: string
  material: MaterialType
  product: string
  quantityMilli: number
  unit: Unit
  massG: number
  reusableMassG: number
}

export type InventoryShown = {
  kind: InventoryKind
  surveyedOn: string
  lines: readonly InventoryLine[]
  massG: number
  reusableMassG: number
}

/** The survey of a site: its two masses, then its lines with their totals. */
export function InventoryTable({ inventory, csvHref }: { inventory: InventoryShown; csvHref: string }) {
  const t = useT(sites)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { massG, reusableMassG } = inventory
  const share = (part: number, whole: number) => (whole > 0 ? format.percent(part / whole) : '–')
  return (
    <div className="flex flex-col gap-6">
      <p>
        {t('inventory.from', {
          kind: t(`inventory.kind.${inventory.kind}`),
          day: format.dayLong(inventory.surveyedOn),
        })}
      </p>
      <StatRow>
        <Stat label={t('inventory.total')} value={format.mass(massG)} definition={t('inventory.totalText')} />
        <Stat
          label={t('inventory.reusable')}
          value={share(reusableMassG, massG)}
          ratio={{ numerator: format.mass(reusableMassG), denominator: format.mass(massG) }}
          definition={t('inventory.reusableText')}
        />
      </StatRow>
      <DataTable
        caption={t('inventory.caption')}
        rows={inventory.lines}
        rowKey={(line) => line.id}
        csvHref={csvHref}
        columns={[
          {
            key: 'product',
            header: t('inventory.column.product'),
            cell: (line) => <span className="inline-block min-w-36">{line.product}</span>,
            rowHeader: true,
            total: t('inventory.sum'),
          },
          {
            key: 'material',
            header: t('inventory.column.material'),
            cell: (line) => tMaterial(`type.${line.material}.name`),
          },
          {
            key: 'quantity',
            header: t('inventory.column.quantity'),
            cell: (line) => format.quantity(line.quantityMilli, line.unit),
            figure: true,
          },
          {
            key: 'mass',
            header: t('inventory.column.mass'),
            cell: (line) => format.mass(line.massG),
            figure: true,
            total: format.mass(massG),
          },
          {
            key: 'reusable',
            header: t('inventory.column.reusable'),
            cell: (line) => format.mass(line.reusableMassG),
            figure: true,
            total: format.mass(reusableMassG),
          },
          {
            key: 'share',
            header: t('inventory.column.share'),
            cell: (line) => share(line.reusableMassG, line.massG),
            figure: true,
            total: share(reusableMassG, massG),
          },
        ]}
      />
    </div>
  )
}
