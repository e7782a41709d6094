import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { queryOf } from '~/features/administration/model/page-of'
import type { PlanFilter } from '~/features/matching/model/plan/plan-filter'
import type { PlanFlow } from '~/features/matching/model/plan/plan-flows'
import { plan as planTexts } from '~/messages/plan'
import { Co2e } from '~/ui/co2e'
import { DataTable } from '~/ui/data-table'
import { FlowMap } from '~/ui/flow-map'
import { useFormat, useT } from '~/ui/i18n'

type Props = {
  /** The heaviest: as many as can be told apart. */
  flows: readonly PlanFlow[]
  total: number
  filter: PlanFilter
  communes: readonly { code: string; name: string; tileColumn: number; tileRow: number }[]
}

/** From where to where the shown pairs of the plan would carry what they move. */
export function PlanFlows({ flows, total, filter, communes }: Props) {
  const t = useT(planTexts)
  const format = useFormat()
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => names.get(code) ?? code
  if (flows.length === 0) return null
  return (
    <FlowMap
      title={t('flows')}
      places={communes.map(({ code, name, tileColumn, tileRow }) => ({
        ...{ code, name, column: tileColumn, row: tileRow },
      }))}
      flows={flows.map(({ fromCode, toCode, pairs, massG }) => ({
        ...{ fromCode, toCode, weight: massG },
        label: t('flowLabel', {
          from: nameOf(fromCode),
          to: nameOf(toCode),
          mass: format.mass(massG),
          pairs: t('flowPairsOf', { count: pairs }),
        }),
      }))}
    >
      <p className="max-w-[70ch] text-muted">
        {t('flowsNote')} {total > flows.length && t('flowsDrawn', { drawn: flows.length, total })}
      </p>
      <details>
        <summary>{t('flowsTable')}</summary>
        <FlowTable flows={flows} filter={filter} nameOf={nameOf} />
      </details>
    </FlowMap>
  )
}

function FlowTable({
  flows,
  filter,
  nameOf,
}: Pick<Props, 'flows' | 'filter'> & { nameOf: (code: string) => string }) {
  const t = useT(planTexts)
  const format = useFormat()
  const place = (code: string) => (
    <Link to={`${paths.plan(queryOf({ ...filter, commune: code }))}#rapprochements`}>{nameOf(code)}</Link>
  )
  return (
    <DataTable
      dense
      hideCaption
      caption={t('flows')}
      rows={flows}
      rowKey={({ fromCode, toCode }) => `${fromCode} ${toCode}`}
      csvHref={paths.planFlowsCsv(queryOf(filter))}
      columns={[
        { key: 'from', header: t('flowFrom'), rowHeader: true, cell: ({ fromCode }) => place(fromCode) },
        { key: 'to', header: t('flowTo'), cell: ({ toCode }) => place(toCode) },
        { key: 'pairs', header: t('flowPairs'), figure: true, cell: ({ pairs }) => format.number(pairs) },
        { key: 'mass', header: t('flowMass'), figure: true, cell: ({ massG }) => format.mass(massG) },
        { key: 'net', header: t('net'), figure: true, cell: ({ netG }) => <Co2e kg={netG / 1000} /> },
      ]}
    />
  )
}
