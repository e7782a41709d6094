import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { closing } from '~/messages/closing'
import { inventory } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { Badge, type BadgeTone } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ClosingRow, ClosingTotals, FamilyTotals, RowState } from '../model/closing-record'

/** What every row and total has in common. */
type Masses = Pick<ClosingTotals, 'handedOverG' | 'outcomes'> & {
  surveyedG: number | null
  gapG: number | null
}

const TONES: Record<RowState, BadgeTone> = {
  ...{ balanced: 'success', explained: 'success', stale: 'warning', open: 'warning', outside: 'plain' },
}

/** The rows of a record, each with where its mass went, down to the page that tells of it one by one. */
export function ClosingRows({
  caption,
  rows,
  totals,
  siteId,
  mayEdit,
  csvHref,
  empty,
}: {
  caption: string
  rows: readonly ClosingRow[]
  /** Of all rows, whatever the page. */
  totals: ClosingTotals
  siteId: string
  mayEdit: boolean
  csvHref: string
  empty: string
}) {
  const t = useT(closing)
  const format = useFormat()
  const name = useNameColumn()
  const masses = useMassColumns<ClosingRow>(totals, (row) =>
    row.handovers > 0 ? (
      <Link to={`${paths.closingRow(siteId, row.id)}#remises`} className="inline-flex min-h-11 items-center">
        {format.mass(row.handedOverG)}
      </Link>
    ) : (
      format.mass(0)
    ),
  )
  const see = useSeeColumn(siteId, mayEdit)
  const state: Column<ClosingRow> = {
    key: 'state',
    header: t('column.state'),
    cell: (row) => <Badge tone={TONES[row.state]}>{t(`rowState.${row.state}`)}</Badge>,
  }
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[name, ...masses, state, see]}
      csvHref={csvHref}
      empty={empty}
    />
  )
}

function useNameColumn(): Column<ClosingRow> {
  const t = useT(closing)
  const tMaterial = useT(materials)
  const tInventory = useT(inventory)
  const format = useFormat()
  return {
    key: 'name',
    header: t('column.product'),
    rowHeader: true,
    total: t('total'),
    cell: ({ line, waste }) => (
      <span className="inline-block min-w-36">
        {line?.product ?? waste?.label ?? t('outside')}
        {line && (
          <span className="block font-normal text-muted">
            {tMaterial(`type.${line.material}.short`)}, {format.quantity(line.quantityMilli, line.unit)}
          </span>
        )}
        {waste && (
          <span className="block font-normal text-muted">
            {[tInventory(`waste.families.${waste.family}`), waste.wasteCode].filter(Boolean).join(', ')}
          </span>
        )}
      </span>
    ),
  }
}

function useSeeColumn(siteId: string, mayEdit: boolean): Column<ClosingRow> {
  const t = useT(closing)
  return {
    key: 'see',
    header: t('column.see'),
    acts: true,
    cell: (row) => {
      const act = t(mayEdit ? 'complete' : 'see')
      const label = row.line?.product ?? row.waste?.label ?? t('outside')
      return (
        <ButtonLink
          to={paths.closingRow(siteId, row.id)}
          look="secondary"
          small
          aria-label={t('ofRow', { act, label })}
        >
          {act}
        </ButtonLink>
      )
    },
  }
}

/** Surveyed, handed over, each way in which the rest left, and the difference. */
function useMassColumns<Row extends Masses>(
  totals: ClosingTotals,
  handedOver: Column<Row>['cell'],
): Column<Row>[] {
  const t = useT(closing)
  const format = useFormat()
  const column = (
    key: 'surveyed' | 'reused' | 'prepared' | 'recycled' | 'recovered' | 'disposed' | 'gap',
    of: (masses: Masses) => number | null,
  ): Column<Row> => ({
    ...{ key, header: t(`column.${key}`), figure: true, total: format.mass(of(totals) ?? 0) },
    cell: (row) => {
      const massG = of(row)
      return massG === null ? '–' : format.mass(massG)
    },
  })
  return [
    column('surveyed', ({ surveyedG }) => surveyedG),
    {
      ...{ key: 'handedOver', header: t('column.handedOver'), figure: true },
      ...{ cell: handedOver, total: format.mass(totals.handedOverG) },
    },
    column('reused', ({ outcomes }) => outcomes['reused-in-place'] + outcomes['reused-elsewhere']),
    column('prepared', ({ outcomes }) => outcomes['prepared-for-reuse']),
    column('recycled', ({ outcomes }) => outcomes.recycled),
    column('recovered', ({ outcomes }) => outcomes.backfilled + outcomes['energy-recovered']),
    column('disposed', ({ outcomes }) => outcomes.disposed),
    column('gap', ({ gapG }) => gapG),
  ]
}

/** The lines by family of material. */
export function ClosingFamilies({
  families,
  totals,
  csvHref,
}: {
  families: readonly FamilyTotals[]
  totals: ClosingTotals
  csvHref: string
}) {
  const t = useT(closing)
  const tMaterial = useT(materials)
  const format = useFormat()
  const masses = useMassColumns<FamilyTotals>(totals, ({ handedOverG }) => format.mass(handedOverG))
  return (
    <DataTable
      caption={t('families')}
      hideCaption
      dense
      rows={families}
      rowKey={({ material }) => material}
      csvHref={csvHref}
      columns={[
        {
          ...{ key: 'family', header: t('column.family'), rowHeader: true, total: t('total') },
          cell: ({ material }) => tMaterial(`type.${material}.name`),
        },
        { key: 'lines', header: t('column.lines'), figure: true, cell: ({ lines }) => format.number(lines) },
        ...masses,
      ]}
    />
  )
}
