import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import { inventory as texts } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Pagination } from '~/ui/pagination'
import { Stat, StatRow } from '~/ui/stat'
import type { InventoryKind } from '../model/site'

type InventoryLine = {
  id: string
  material: MaterialType
  product: string
  quantityMilli: number
  unit: Unit
  massG: number
  massEstimated: boolean
  reusableMassG: number
  /** What lots published from the line weigh, and what of them was handed over. */
  publishedG: number
  handedOverG: number
}

export type InventoryShown = {
  kind: InventoryKind
  surveyedOn: string
  surveyor: string
  /** Those of one page. */
  lines: readonly InventoryLine[]
  page: number
  pages: number
  /** Of all lines, whatever the page. */
  massG: number
  reusableMassG: number
  publishedG: number
  handedOverG: number
}

/** The survey of a site: its two masses, then its lines down to what was handed over, with their totals. */
export function InventoryTable({
  inventory,
  csvHref,
  siteId,
  mayEdit,
  mayPublish,
}: {
  inventory: InventoryShown
  csvHref: string
  siteId: string
  mayEdit: boolean
  mayPublish: boolean
}) {
  const t = useT(sites)
  const tInventory = useT(texts)
  const format = useFormat()
  const { massG, reusableMassG, surveyor } = inventory
  const survey = {
    kind: t(`inventory.kind.${inventory.kind}`),
    day: format.dayLong(inventory.surveyedOn),
  }
  const columns = [...useSurveyColumns(inventory), ...useFunnelColumns(inventory)]
  const acts = useActsColumn({ siteId, mayEdit, mayPublish })
  return (
    <div className="flex flex-col gap-6">
      <p>{surveyor ? tInventory('survey.by', { ...survey, surveyor }) : tInventory('survey.of', survey)}</p>
      <StatRow>
        <Stat label={t('inventory.total')} value={format.mass(massG)} definition={t('inventory.totalText')} />
        <Stat
          label={t('inventory.reusable')}
          value={massG > 0 ? format.percent(reusableMassG / massG) : '–'}
          ratio={{ numerator: format.mass(reusableMassG), denominator: format.mass(massG) }}
          definition={t('inventory.reusableText')}
        />
      </StatRow>
      <DataTable
        caption={t('inventory.caption')}
        rows={inventory.lines}
        rowKey={(line) => line.id}
        csvHref={csvHref}
        columns={mayEdit || mayPublish ? [...columns, acts] : columns}
      />
      <Pagination
        page={inventory.page}
        pages={inventory.pages}
        hrefOf={(page) => `${paths.site(siteId)}?lignes=${page}#inventaire`}
      />
    </div>
  )
}

function useSurveyColumns({ massG, reusableMassG }: InventoryShown): Column<InventoryLine>[] {
  const t = useT(sites)
  const tInventory = useT(texts)
  const tMaterial = useT(materials)
  const format = useFormat()
  return [
    {
      key: 'product',
      header: t('inventory.column.product'),
      cell: (line) => (
        <span className="inline-block min-w-36">
          {line.product}
          <span className="block font-normal text-muted">{tMaterial(`type.${line.material}.name`)}</span>
        </span>
      ),
      rowHeader: true,
      total: t('inventory.sum'),
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
      cell: (line) => (
        <>
          {format.mass(line.massG)}
          {line.massEstimated && <span className="block text-muted">{tInventory('mass.estimated')}</span>}
        </>
      ),
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
  ]
}

function useFunnelColumns(inventory: InventoryShown): Column<InventoryLine>[] {
  const t = useT(texts)
  const format = useFormat()
  const column = (key: 'published' | 'handedOver', name: 'publishedG' | 'handedOverG') => ({
    key,
    header: t(`column.${key}`),
    cell: (line: InventoryLine) => format.mass(line[name]),
    figure: true,
    total: format.mass(inventory[name]),
  })
  return [column('published', 'publishedG'), column('handedOver', 'handedOverG')]
}

function useActsColumn(may: {
  siteId: string
  mayEdit: boolean
  mayPublish: boolean
}): Column<InventoryLine> {
  const t = useT(texts)
  const named = (act: string, { product }: InventoryLine) => t('ofLine', { act, product })
  return {
    key: 'acts',
    acts: true,
    header: t('column.acts'),
    cell: (line) => (
      <span className="flex flex-wrap gap-2 sm:flex-nowrap sm:whitespace-nowrap">
        {may.mayPublish && (
          <ButtonLink
            to={paths.newLotFromLine(line.id)}
            look="secondary"
            small
            aria-label={named(t('publish'), line)}
          >
            {t('publish')}
          </ButtonLink>
        )}
        {may.mayEdit && (
          <ButtonLink
            to={paths.inventoryLine(may.siteId, line.id)}
            look="quiet"
            small
            aria-label={named(t('edit'), line)}
          >
            {t('edit')}
          </ButtonLink>
        )}
      </span>
    ),
  }
}
