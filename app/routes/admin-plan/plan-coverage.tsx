import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { isShort, shareOf, type Coverage } from '~/features/matching/model/plan/plan'
import { plan as planTexts } from '~/messages/plan'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { TileMap } from '~/ui/tile-map'

type Commune = { code: string; name: string; tileColumn: number; tileRow: number }

type Props = { coverage: readonly Coverage[]; communes: readonly Commune[] }

/** How much of what each commune wants the plan serves; a square leads to its pairs. */
export function PlanMap({ coverage, communes }: Props) {
  const t = useT(planTexts)
  const format = useFormat()
  const rows = new Map(coverage.map((row) => [row.communeCode, row]))
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TileMap
        title={t('map')}
        valueHeading={t('share')}
        bounds={[0, 0.25, 0.5, 0.75]}
        tiles={communes.map(({ code, name, tileColumn, tileRow }) => {
          const row = rows.get(code)
          return { code, name, column: tileColumn, row: tileRow, value: row ? shareOf(row) : null }
        })}
        format={(share) => format.percent(share, 0)}
        hrefOf={(code) => paths.plan(`?commune=${code}#rapprochements`)}
      />
      <p className="text-muted">{t('mapNote')}</p>
    </div>
  )
}

/** What the needs of each commune want and get, and whether there is enough within their reach. */
export function CoverageTable({ coverage, communes }: Props) {
  const t = useT(planTexts)
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const rows = coverage
    .map((row) => ({ ...row, name: names.get(row.communeCode) ?? row.communeCode }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  return (
    <section aria-labelledby="coverage" className="flex min-w-0 flex-col gap-4">
      <h2 id="coverage">{t('coverage')}</h2>
      <p className="max-w-[70ch] text-muted">{t('coverageText')}</p>
      <details data-paper-open>
        <summary>{t('coverageTable')}</summary>
        <CoverageRows rows={rows} />
      </details>
    </section>
  )
}

function CoverageRows({ rows }: { rows: readonly (Coverage & { name: string })[] }) {
  const t = useT(planTexts)
  const format = useFormat()
  return (
    <DataTable
      dense
      hideCaption
      caption={t('coverage')}
      rows={rows}
      rowKey={({ communeCode }) => communeCode}
      csvHref={paths.planCommunesCsv()}
      columns={[
        {
          key: 'commune',
          header: t('commune'),
          rowHeader: true,
          cell: ({ communeCode, name }) => (
            <Link to={paths.plan(`?commune=${communeCode}#rapprochements`)}>{name}</Link>
          ),
        },
        {
          key: 'needs',
          header: t('needsServed'),
          figure: true,
          cell: ({ served, needs }) => t('needsServedOf', { served: String(served), needs: String(needs) }),
        },
        {
          key: 'wanted',
          header: t('wanted'),
          figure: true,
          cell: (row) => (shareOf(row) === null ? t('unknown') : format.mass(row.wantedG)),
        },
        {
          key: 'served',
          header: t('servedMass'),
          figure: true,
          cell: (row) => format.mass(row.servedG),
        },
        {
          key: 'share',
          header: t('share'),
          figure: true,
          cell: (row) => {
            const share = shareOf(row)
            return share === null ? '–' : format.percent(share, 0)
          },
        },
        {
          key: 'supply',
          header: t('supply'),
          cell: (row) =>
            isShort(row) ? <Badge tone="warning">{t('short')}</Badge> : <span>{t('enough')}</span>,
        },
      ]}
    />
  )
}
