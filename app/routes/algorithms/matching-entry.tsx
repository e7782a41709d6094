import type { MaterialType } from '~/core/material-types'
import type { ScorePartKey } from '~/features/matching/model/weights'
import { algorithms } from '~/messages/algorithms'
import { matching } from '~/messages/matching'
import { materials } from '~/messages/materials'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { RegisterEntry } from './register-entry'

type Substitute = { offered: MaterialType; wanted: MaterialType; fit: number }

/** The matching engine, with the weights and substitutions in use. */
export function MatchingEntry({
  weights,
  substitutes,
  factors,
}: {
  weights: { version: string; parts: readonly { key: ScorePartKey; weight: number }[] }
  substitutes: readonly Substitute[]
  factors: { source: string; version: string }
}) {
  const t = useT(algorithms)
  const tMatching = useT(matching)
  const format = useFormat()
  const percent = (weight: number) => format.percent(weight, 0)
  return (
    <RegisterEntry
      id="matching"
      title={t('matching.title')}
      texts={{
        purpose: t('matching.purpose'),
        part: t('matching.part'),
        data: (
          <>
            <span>{t('matching.data')}</span>
            <span>{t('matching.factors', factors)}</span>
          </>
        ),
        operations: t('matching.operations'),
        limits: t('matching.limits'),
        off: t('matching.off'),
      }}
    >
      <DataTable
        caption={t('matching.weights', { version: weights.version })}
        rows={weights.parts}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'part',
            header: t('matching.partName'),
            rowHeader: true,
            cell: ({ key }) => tMatching(`part.${key}`),
            total: t('matching.total'),
          },
          {
            key: 'weight',
            header: t('matching.weight'),
            figure: true,
            cell: ({ weight }) => percent(weight),
            total: percent(weights.parts.reduce((sum, { weight }) => sum + weight, 0)),
          },
          { key: 'value', header: t('matching.value'), cell: ({ key }) => t(`matching.values.${key}`) },
        ]}
      />
      <Substitutes substitutes={substitutes} />
    </RegisterEntry>
  )
}

function Substitutes({ substitutes }: { substitutes: readonly Substitute[] }) {
  const t = useT(algorithms)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <details>
      <summary>{t('matching.substitutes')}</summary>
      <DataTable
        caption={t('matching.substitutes')}
        hideCaption
        dense
        rows={substitutes}
        rowKey={({ offered, wanted }) => `${offered} ${wanted}`}
        columns={[
          {
            key: 'offered',
            header: t('matching.offered'),
            rowHeader: true,
            cell: ({ offered }) => tMaterial(`type.${offered}.name`),
          },
          {
            key: 'wanted',
            header: t('matching.wanted'),
            cell: ({ wanted }) => tMaterial(`type.${wanted}.name`),
          },
          {
            key: 'fit',
            header: t('matching.fit'),
            figure: true,
            cell: ({ fit }) => format.number(fit, 2, 2),
          },
        ]}
      />
    </details>
  )
}
