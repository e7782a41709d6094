import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { Board, CohortSiteLine, LeavingLine, UnsurveyedLine } from '../model/board'
import { periodQuery } from '../model/board-period'
import { FileLinks } from './file-links'

/** Lists on the page; files have them whole. */
const SHOWN = 20

/** Lots that can still be saved. */
export function LeavingLots({ board: own }: { board: Board }) {
  const t = useT(board)
  const format = useFormat()
  const { leaving, perimeter, period } = own
  return (
    <section aria-labelledby="leaving" className="flex min-w-0 flex-col gap-4">
      <h2 id="leaving">{t('leaving.title')}</h2>
      <p className="prose-width text-muted">{t(leaving.length === 0 ? 'leaving.none' : 'leaving.lead')}</p>
      {leaving.length > 0 && (
        <>
          <DataTable<LeavingLine>
            caption={t('leaving.title')}
            hideCaption
            dense
            rows={leaving.slice(0, SHOWN)}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'lot',
                header: t('leaving.lot'),
                rowHeader: true,
                cell: ({ id, reference, title }) => (
                  <Link to={paths.lot(id)}>
                    {reference} · {title}
                  </Link>
                ),
              },
              {
                key: 'quantity',
                header: t('leaving.quantity'),
                figure: true,
                cell: ({ availableMilli, unit }) => format.quantity(availableMilli, unit),
              },
              {
                key: 'mass',
                header: t('leaving.mass'),
                figure: true,
                cell: ({ massG }) => (massG === null ? t('leaving.noMass') : format.mass(massG)),
              },
              {
                key: 'on',
                header: t('leaving.on'),
                figure: true,
                cell: ({ availableUntil }) => format.day(availableUntil),
              },
              { key: 'commune', header: t('unsurveyed.commune'), cell: ({ communeName }) => communeName },
            ]}
          />
          <FileLinks
            slug={perimeter.slug}
            query={periodQuery(period)}
            file="lots-a-sauver"
            figure={t('leaving.title')}
            hasPicture={false}
          />
        </>
      )}
    </section>
  )
}

/** Sites whose handovers count in no rate: a number for everyone, a list for those who can write to them. */
export function UnsurveyedSites({ board: own }: { board: Board }) {
  const t = useT(board)
  const format = useFormat()
  const { sites, perimeter, period } = own
  if (sites.active === 0) return null
  return (
    <section aria-labelledby="unsurveyed" className="flex min-w-0 flex-col gap-4">
      <h2 id="unsurveyed">{t('unsurveyed.title')}</h2>
      <p className="prose-width">
        {sites.unsurveyed === 0
          ? t('unsurveyed.none')
          : t('unsurveyed.count', { count: sites.unsurveyed, total: sites.active })}
      </p>
      {sites.unsurveyedLines.length > 0 && (
        <>
          <p className="prose-width text-muted">{t('unsurveyed.act')}</p>
          <DataTable<UnsurveyedLine>
            caption={t('unsurveyed.title')}
            hideCaption
            dense
            rows={sites.unsurveyedLines.slice(0, SHOWN)}
            rowKey={({ id }) => id}
            columns={[
              { key: 'site', header: t('unsurveyed.site'), rowHeader: true, cell: ({ name }) => name },
              {
                key: 'organisation',
                header: t('unsurveyed.organisation'),
                cell: ({ organisationName }) => organisationName,
              },
              { key: 'commune', header: t('unsurveyed.commune'), cell: ({ communeName }) => communeName },
              {
                key: 'ends',
                header: t('unsurveyed.endsOn'),
                figure: true,
                cell: ({ endsOn }) => format.day(endsOn),
              },
              {
                key: 'mass',
                header: t('unsurveyed.handedOver'),
                figure: true,
                cell: ({ handedOverG }) => format.mass(handedOverG),
              },
            ]}
          />
          <FileLinks
            slug={perimeter.slug}
            query={periodQuery(period)}
            file="sans-inventaire"
            figure={t('unsurveyed.title')}
            hasPicture={false}
          />
        </>
      )}
    </section>
  )
}

/** The sites of the rate, with both its masses. */
export function CohortSites({ lines, file }: { lines: readonly CohortSiteLine[]; file: Board }) {
  const t = useT(board)
  const format = useFormat()
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="cohort" className="flex min-w-0 flex-col gap-4">
      <h2 id="cohort">{t('cohort')}</h2>
      <DataTable<CohortSiteLine>
        caption={t('cohort')}
        hideCaption
        dense
        rows={lines.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'site', header: t('unsurveyed.site'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'ends',
            header: t('unsurveyed.endsOn'),
            figure: true,
            cell: ({ endsOn }) => format.day(endsOn),
          },
          {
            key: 'inventoried',
            header: t('columns.inventoried'),
            figure: true,
            cell: ({ inventoriedG }) => format.mass(inventoriedG),
          },
          {
            key: 'reusable',
            header: t('columns.reusable'),
            figure: true,
            cell: ({ reusableG }) => format.mass(reusableG),
          },
          {
            key: 'mass',
            header: t('unsurveyed.handedOver'),
            figure: true,
            cell: ({ handedOverG }) => format.mass(handedOverG),
          },
        ]}
      />
      <FileLinks
        slug={file.perimeter.slug}
        query={periodQuery(file.period)}
        file="chantiers"
        figure={t('cohort')}
        hasPicture={false}
      />
    </section>
  )
}
