import { Link } from '@remix-run/react'
import { addDays } from '~/core/days'
import { paths } from '~/core/paths'
import { typedMilli } from '~/core/units'
import { baskets } from '~/messages/baskets'
import { materials } from '~/messages/materials'
import { Co2e } from '~/ui/co2e'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Bar } from '~/ui/meter-bar'
import type { LineCover } from '../model/cover'
import type { BasketTerms } from '../model/cover-problem'

/** Each line of a bill: how much of it is covered and by which lots, what that avoids, what remains to be bought. */
export function CoverTable({
  lines,
  terms,
  csvHref,
}: {
  lines: readonly LineCover[]
  terms: BasketTerms
  csvHref: string
}) {
  const t = useT(baskets)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <DataTable
      caption={t('result')}
      hideCaption
      rows={lines}
      rowKey={({ line }) => line.id}
      csvHref={csvHref}
      columns={[
        {
          key: 'label',
          header: t('column.label'),
          rowHeader: true,
          cell: ({ line }) => (
            <span className="wrap-anywhere">
              <span className="font-normal text-muted">{format.number(line.position + 1)}</span> {line.label}
              <span className="block font-normal text-muted">
                {line.material ? tMaterial(`type.${line.material}.short`) : t('toSpecify')}
              </span>
            </span>
          ),
        },
        {
          key: 'wanted',
          header: t('column.wanted'),
          figure: true,
          cell: ({ line }) => format.quantity(line.quantityMilli, line.unit),
        },
        {
          key: 'covered',
          header: t('column.covered'),
          cell: ({ line, coveredMilli, share }) => (
            <span className="block min-w-32">
              {format.quantity(coveredMilli, line.unit)}, {format.percent(share, 0)}
              <Bar value={share} />
            </span>
          ),
        },
        { key: 'lots', header: t('column.lots'), cell: (line) => <Lots of={line} /> },
        {
          key: 'carbon',
          header: t('column.carbon'),
          figure: true,
          cell: ({ carbon, parts }) =>
            carbon.claimed > 0 ? <Co2e kg={carbon.netG / 1000} /> : parts.length > 0 ? t('noClaim') : '–',
        },
        {
          key: 'saved',
          header: t('column.saved'),
          figure: true,
          cell: ({ money }) => (money ? format.euros(money.savedCents) : '–'),
        },
        {
          key: 'left',
          header: t('column.left'),
          cell: (line) => <Left of={line} terms={terms} />,
        },
      ]}
    />
  )
}

function Lots({ of: { parts } }: { of: LineCover }) {
  const format = useFormat()
  if (parts.length === 0) return '–'
  return (
    <ul className="flex flex-col gap-1">
      {parts.map(({ lotId, reference, quantityMilli, unit }) => (
        <li key={lotId} className="whitespace-nowrap">
          {format.quantity(quantityMilli, unit)}{' '}
          <Link to={paths.lot(lotId)} className="inline-flex min-h-11 items-center lg:min-h-0">
            {reference}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What no lot covers, and the need that would find the next ones. */
function Left({ of: { line, leftMilli }, terms }: { of: LineCover; terms: BasketTerms }) {
  const t = useT(baskets)
  const format = useFormat()
  if (leftMilli === 0) return '–'
  const query = new URLSearchParams({
    ...(line.material && { materiau: line.material }),
    quantite: typedMilli(leftMilli),
    unite: line.unit,
    commune: terms.communeCode,
    rayon: String(terms.radiusKm),
    du: terms.neededFrom,
    au: addDays(terms.neededUntil, -1),
    etat: String(terms.minCondition),
    q: line.label.slice(0, 100),
  })
  return (
    <>
      <span className="block whitespace-nowrap">{format.quantity(leftMilli, line.unit)}</span>
      <Link
        to={paths.newNeed(`?${query}`)}
        aria-label={t('needOf', { label: line.label })}
        className="inline-flex min-h-11 items-center"
        data-screen-only
      >
        {t('need')}
      </Link>
    </>
  )
}
