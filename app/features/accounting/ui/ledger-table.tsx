import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { Co2e } from '~/ui/co2e'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { Rate } from '../model/rates'
import type { ShownHandover } from '../model/shown-handover'
import { tellingDecimals } from '../model/telling-decimals'

type Entry = { row: ShownHandover; before?: Rate; after?: Rate }

/** Long ledgers are read in the CSV. */
const SHOWN = 200

/**
 * Handovers in ledger order and, for a cohort, what each did to the rate. Who may follow one finds the way to its lot,
 * photos and signatures; for the others the list stops at the handover, without day, lot or site.
 */
export function LedgerTable({
  caption,
  entries,
  isPartial,
  threshold,
  hasOrigin = false,
  hasEmissions = false,
}: {
  caption: string
  entries: readonly Entry[]
  /** Whether handovers are left out. */
  isPartial: boolean
  /** Handovers that a commune needs in a year for its own to be told. */
  threshold: number
  /** Whether to say which commune each comes from. */
  hasOrigin?: boolean
  /** Whether to say the net emissions that each avoided. */
  hasEmissions?: boolean
}) {
  const t = useT(communes)
  const tMaterial = useT(materials)
  const format = useFormat()
  const hasEffects = entries.some(({ before }) => before)
  const hasOwn = entries.some(({ row }) => row.own)
  const columns: Column<Entry>[] = [
    {
      key: 'seq',
      header: t('csv.rank'),
      rowHeader: true,
      cell: ({ row: { seq, own } }) =>
        own ? (
          <Link to={paths.ledgerEntry(own.handoverId)}>{t('one.row', { seq })}</Link>
        ) : (
          t('one.row', { seq })
        ),
    },
    {
      key: 'day',
      header: t('one.day'),
      figure: true,
      cell: ({ row }) => <Day row={row} />,
    },
    {
      key: 'mass',
      header: t('one.mass'),
      figure: true,
      cell: ({ row }) => (
        <>
          {format.mass(row.massG)} {row.isCorrected && <Badge>{t('one.corrected')}</Badge>}
        </>
      ),
    },
    ...(hasEffects
      ? [{ key: 'effect', header: t('one.effect'), cell: (entry: Entry) => <Effect entry={entry} /> }]
      : []),
    {
      key: 'material',
      header: t('one.material'),
      cell: ({ row }) => tMaterial(`type.${row.material}.short`),
    },
    ...(hasEmissions
      ? [
          {
            key: 'net',
            header: t('one.net'),
            figure: true,
            cell: ({ row: { netAvoidedGCo2e: netG } }: Entry) =>
              netG === null ? t('one.noNet') : <Co2e kg={netG / 1000} />,
          },
        ]
      : []),
    ...(hasOrigin
      ? [
          {
            key: 'from',
            header: t('one.from'),
            cell: ({ row }: Entry) => (
              <Link to={paths.commune(row.fromCommuneCode)}>{row.fromCommuneName}</Link>
            ),
          },
        ]
      : []),
    {
      key: 'to',
      header: t('one.to'),
      cell: ({ row: { toCommuneCode, toCommuneName } }) =>
        toCommuneCode ? <Link to={paths.commune(toCommuneCode)}>{toCommuneName}</Link> : t('one.unknown'),
    },
    ...(hasOwn
      ? [
          {
            key: 'lot',
            header: t('one.lot'),
            cell: ({ row: { own } }: Entry) => own && `${own.lotReference} · ${own.lotTitle}`,
          },
          { key: 'site', header: t('one.site'), cell: ({ row }: Entry) => row.own?.siteName },
        ]
      : []),
  ]
  return (
    <>
      {entries.length > 0 && (
        <DataTable
          caption={caption}
          hideCaption
          dense
          rows={entries.slice(-SHOWN)}
          rowKey={({ row }) => String(row.seq)}
          columns={columns}
        />
      )}
      {entries.length > SHOWN && <p className="text-muted">{t('one.effectsCut', { count: SHOWN })}</p>}
      {isPartial && <p className="prose-width text-muted">{t('one.few', { threshold })}</p>}
    </>
  )
}

/** The day for those who may follow the handover, and when its news came where that was another; else the month. */
function Day({ row: { own, month } }: { row: ShownHandover }) {
  const t = useT(communes)
  const format = useFormat()
  if (!own) return format.monthLong(month)
  const received = isoDayOf(own.receivedAtMs)
  return (
    <>
      {format.day(own.day)}
      {received !== own.day && (
        <span className="block text-sm text-muted">{t('one.received', { day: format.day(received) })}</span>
      )}
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
