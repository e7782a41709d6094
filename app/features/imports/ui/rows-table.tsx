import { paths } from '~/core/paths'
import { importRows } from '~/messages/import-rows'
import { imports } from '~/messages/imports'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ShownRow } from '../model/row-views'

/** Rows as they were read, each with a way to put it right. */
export function RowsTable({
  caption,
  rows,
  csvHref,
  hrefOf,
}: {
  caption: string
  rows: readonly ShownRow[]
  csvHref: string
  hrefOf: (row: number) => string
}) {
  const t = useT(importRows)
  const tImports = useT(imports)
  const format = useFormat()
  const dash = '–'
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ row }) => String(row)}
      csvHref={csvHref}
      empty={t('empty')}
      columns={[
        {
          key: 'product',
          header: tImports('field.product.name'),
          rowHeader: true,
          cell: (shown) => <ProductCell shown={shown} />,
        },
        { key: 'material', header: t('material'), cell: (shown) => <MaterialCell shown={shown} /> },
        {
          key: 'quantity',
          header: t('quantity'),
          figure: true,
          cell: ({ line, texts }) =>
            line
              ? format.quantity(line.quantityMilli, line.unit)
              : `${texts.quantity} ${texts.unit}`.trim() || dash,
        },
        {
          key: 'mass',
          header: t('mass'),
          figure: true,
          cell: ({ line, waste }) => (
            <>
              {line || waste ? format.mass((line ?? waste)!.massG) : dash}
              {line?.massEstimated && <span className="block text-muted">{t('estimated')}</span>}
            </>
          ),
        },
        {
          key: 'reusable',
          header: t('reusable'),
          figure: true,
          cell: ({ line }) => (line ? format.mass(line.reusableMassG) : dash),
        },
        {
          key: 'act',
          header: t('act'),
          acts: true,
          cell: ({ row }) => (
            <ButtonLink to={hrefOf(row)} look="quiet" small aria-label={t('correctRow', { row })}>
              {t('correct')}
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

function ProductCell({ shown: { row, name, faults, isKnown, isTwice, kind } }: { shown: ShownRow }) {
  const t = useT(importRows)
  return (
    <span className="flex min-w-40 flex-col items-start gap-1">
      <span>
        <span className="font-normal text-muted">{row}</span> {name || '–'}
      </span>
      {Object.entries(faults).map(([field, fault]) => (
        <span key={field} className="font-normal text-danger">
          {t(`fault.${fault}`)}
        </span>
      ))}
      {kind === 'left' && <Badge>{t('left')}</Badge>}
      {kind === 'title' && <Badge>{t('titleRow')}</Badge>}
      {isKnown && <Badge tone="warning">{t('known')}</Badge>}
      {isTwice && <Badge tone="warning">{t('twice')}</Badge>}
    </span>
  )
}

function MaterialCell({ shown: { kind, waste, material, certainty, notes } }: { shown: ShownRow }) {
  const t = useT(importRows)
  const tMaterial = useT(materials)
  if (kind === 'waste') {
    const parts = [waste && t(`families.${waste.family}`), waste?.wasteCode, waste?.outlet].filter(Boolean)
    return (
      <>
        <Badge tone="info">{t('waste')}</Badge>
        <span className="block text-muted">{parts.join(', ')}</span>
      </>
    )
  }
  if (material === null) return '–'
  return (
    <span className="flex flex-col items-start gap-1">
      {tMaterial(`type.${material}.name`)}
      {certainty === 'likely' && <Badge tone="warning">{t('likely')}</Badge>}
      {notes
        .filter((note) => note !== 'mass-estimated')
        .map((note) => (
          <span key={note} className="text-muted">
            {t(`note.${note}`)}
          </span>
        ))}
    </span>
  )
}

/** The address of a page of lines. */
export function rowsHref(
  { siteId, importId }: { siteId: string; importId: string },
  { vue, page = 1, ligne }: { vue: string; page?: number; ligne?: number },
): string {
  const query = new URLSearchParams({ vue })
  if (page > 1) query.set('page', String(page))
  if (ligne !== undefined) query.set('ligne', String(ligne))
  return paths.importRows(siteId, importId, `?${query.toString()}`)
}
