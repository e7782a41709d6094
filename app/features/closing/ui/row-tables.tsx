import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { closing } from '~/messages/closing'
import { closingRow } from '~/messages/closing-row'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ClosingEntryView, SiteHandoverView } from '../model/closing-views'

/** The handovers that a figure counts, each leading to its reservation. */
export function RowHandovers({ handovers }: { handovers: readonly SiteHandoverView[] }) {
  const t = useT(closingRow)
  const format = useFormat()
  return (
    <DataTable
      caption={t('handovers.title')}
      hideCaption
      rows={handovers}
      rowKey={({ handoverId }) => handoverId}
      empty={t('handovers.none')}
      columns={[
        {
          ...{ key: 'lot', header: t('handovers.lot'), rowHeader: true },
          cell: ({ reservationId, lotTitle, lotReference }) => (
            <Link to={paths.reservation(reservationId)} className="inline-block min-w-36">
              {lotTitle}, {lotReference}
            </Link>
          ),
        },
        { key: 'day', header: t('handovers.day'), figure: true, cell: (row) => format.day(row.handedOverOn) },
        {
          ...{ key: 'taker', header: t('handovers.taker') },
          cell: ({ takerName, toCommuneName }) => [takerName, toCommuneName].filter(Boolean).join(', '),
        },
        {
          ...{ key: 'legal', header: t('handovers.legal') },
          cell: ({ legalStatus }) => t(`handovers.status.${legalStatus}`),
        },
        {
          ...{ key: 'quantity', header: t('handovers.quantity'), figure: true },
          cell: ({ quantityMilli, unit }) => format.quantity(quantityMilli, unit),
        },
        {
          ...{ key: 'mass', header: t('handovers.mass'), figure: true },
          cell: ({ massG }) => format.quantity(massG, 'kg'),
        },
      ]}
    />
  )
}

/** What left otherwise, each with its evidence; with `revision`, its author may take it out. */
export function RowEntries({
  entries,
  revision,
}: {
  entries: readonly ClosingEntryView[]
  revision: number | null
}) {
  const t = useT(closingRow)
  const tClosing = useT(closing)
  const format = useFormat()
  const said = (key: 'operator' | 'wasteCode' | 'evidence', header: string): Column<ClosingEntryView> => ({
    ...{ key, header, cell: (entry) => entry[key] || '–' },
  })
  const remove: Column<ClosingEntryView> = {
    ...{ key: 'remove', header: t('entries.remove'), acts: true },
    cell: ({ id, outcome, massG }) => (
      <Form method="post">
        <input type="hidden" name="revision" value={revision ?? 0} />
        <input type="hidden" name="entryId" value={id} />
        <Button
          look="quiet"
          small
          name="intent"
          value="remove"
          aria-label={t('entries.removeNamed', {
            outcome: tClosing(`outcome.${outcome}`),
            mass: format.quantity(massG, 'kg'),
          })}
        >
          {t('entries.remove')}
        </Button>
      </Form>
    ),
  }
  return (
    <DataTable
      caption={t('entries.title')}
      hideCaption
      rows={entries}
      rowKey={({ id }) => id}
      empty={t('entries.none')}
      columns={[
        {
          ...{ key: 'outcome', header: t('entries.outcome'), rowHeader: true },
          cell: ({ outcome, label }) => (
            <span className="inline-block min-w-36">
              {tClosing(`outcome.${outcome}`)}
              {label && <span className="block font-normal text-muted">{label}</span>}
            </span>
          ),
        },
        {
          ...{ key: 'mass', header: t('entries.mass'), figure: true },
          cell: ({ massG }) => format.quantity(massG, 'kg'),
        },
        said('operator', t('entries.operator')),
        said('wasteCode', t('entries.code')),
        said('evidence', t('entries.evidence')),
        {
          ...{ key: 'who', header: t('entries.who') },
          cell: ({ who, createdAtMs }) => [who, format.instant(createdAtMs)].filter(Boolean).join(', '),
        },
        ...(revision === null ? [] : [remove]),
      ]}
    />
  )
}
