import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { LedgerRow } from '../model/ledger-row'
import type { Rate } from '../model/rates'
import { tellingDecimals } from '../model/telling-decimals'

type Entry = { row: LedgerRow; before?: Rate; after?: Rate }

/** Long ledgers are read in the CSV. */
const SHOWN = 200

/** Handovers in ledger order, each with its lot and, for a cohort, what it did to the rate. */
export function LedgerTable({
  caption,
  entries,
  readable,
  readableLots,
}: {
  caption: string
  entries: readonly Entry[]
  /** Reservations that the reader may open. */
  readable: readonly string[]
  /** Lots that the reader may open. */
  readableLots: readonly string[]
}) {
  const t = useT(communes)
  const tMaterial = useT(materials)
  const tBoard = useT(board)
  const format = useFormat()
  const dayOf = ({ lotId, handedOverOn }: LedgerRow) =>
    lotId === ''
      ? tBoard('quarterShort', {
          quarter: String(Math.ceil(Number(handedOverOn.slice(5, 7)) / 3)),
          year: handedOverOn.slice(0, 4),
        })
      : format.day(handedOverOn)
  const hasEffects = entries.some(({ before }) => before)
  const hasReservations = entries.some(({ row }) => readable.includes(row.reservationId))
  const columns: Column<Entry>[] = [
    {
      key: 'lot',
      header: t('one.lot'),
      rowHeader: true,
      cell: ({ row }) =>
        row.lotId === '' ? (
          <span className="block min-w-44">{tBoard('anonymous', { seq: String(row.seq) })}</span>
        ) : readableLots.includes(row.lotId) ? (
          <Link to={paths.lot(row.lotId)} className="block min-w-44">
            {row.lotReference} · {row.lotTitle}
          </Link>
        ) : (
          <span className="block min-w-44">
            {row.lotReference} · {row.lotTitle}
          </span>
        ),
    },
    { key: 'day', header: t('one.day'), figure: true, cell: ({ row }) => dayOf(row) },
    { key: 'mass', header: t('one.mass'), figure: true, cell: ({ row }) => format.mass(row.massG) },
    ...(hasEffects
      ? [{ key: 'effect', header: t('one.effect'), cell: (entry: Entry) => <Effect entry={entry} /> }]
      : []),
    {
      key: 'material',
      header: t('one.material'),
      cell: ({ row }) => tMaterial(`type.${row.material}.short`),
    },
    { key: 'site', header: t('one.site'), cell: ({ row }) => row.siteName || t('one.siteHidden') },
    {
      key: 'to',
      header: t('one.to'),
      cell: ({ row: { lotId, toCommuneCode, toCommuneName } }) =>
        lotId === '' ? (
          t('one.siteHidden')
        ) : toCommuneCode ? (
          <Link to={paths.commune(toCommuneCode)}>{toCommuneName}</Link>
        ) : (
          t('one.unknown')
        ),
    },
    ...(hasReservations
      ? [
          {
            key: 'reservation',
            header: t('one.reservation'),
            cell: ({ row }: Entry) =>
              readable.includes(row.reservationId) && (
                <Link to={paths.reservation(row.reservationId)}>{t('one.reservation')}</Link>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable
        caption={caption}
        hideCaption
        dense
        rows={entries.slice(-SHOWN)}
        rowKey={({ row }) => row.handoverId}
        columns={columns}
      />
      {entries.length > SHOWN && <p className="text-muted">{t('one.effectsCut', { count: SHOWN })}</p>}
    </>
  )
}

function Effect({ entry: { before, after } }: { entry: Entry }) {
  const t = useT(communes)
  const format = useFormat()
  const rates = [before?.rate ?? null, after?.rate ?? null] as const
  if (rates[0] === null || rates[1] === null) return null
  const decimals = tellingDecimals(rates[0], rates[1])
  return (
    <span className="whitespace-nowrap">
      {t('one.effectFromTo', {
        before: format.percent(rates[0], decimals),
        after: format.percent(rates[1], decimals),
      })}
    </span>
  )
}
