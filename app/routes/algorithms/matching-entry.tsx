import type { PairScore } from '~/features/matching/model/score'
import type { AlgorithmRegister } from '~/http/algorithm-register-schema'
import { algorithms } from '~/messages/algorithms'
import { matching } from '~/messages/matching'
import { materials } from '~/messages/materials'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { RegisterEntry } from './register-entry'
import { WeightVersions } from './weight-versions'
import { WorkedExample } from './worked-example'

type Entry = AlgorithmRegister['algorithms'][0]

/** The matching engine, with the weights, their versions and the substitutions in use. */
export function MatchingEntry({
  versions,
  parts,
  history,
  substitutes,
  factors,
  example,
}: Entry & { example: PairScore | null }) {
  const t = useT(algorithms)
  const tMatching = useT(matching)
  const format = useFormat()
  const percent = (weight: number) => format.percent(weight, Number.isInteger(weight * 100) ? 0 : 2)
  const since = history[0]?.since
  return (
    <RegisterEntry
      id="matching"
      title={t('matching.title')}
      isReplayed
      texts={{
        purpose: t('matching.purpose'),
        part: t('matching.part'),
        decides: t('matching.decides'),
        data: (
          <>
            <span>{t('matching.data')}</span>
            <span>{t('matching.factors', { source: factors.source, version: factors.version })}</span>
          </>
        ),
        operations: t('matching.operations'),
        limits: t('matching.limits'),
        off: t('matching.off'),
      }}
    >
      <p className="prose-width font-semibold">
        {t('matching.version', {
          ...versions,
          since: since
            ? t('matching.sinceSet', { when: format.instant(Date.parse(since)) })
            : t('matching.sinceShipped'),
        })}
      </p>
      <DataTable
        caption={t('matching.weightsCaption', { version: versions.weights })}
        rows={parts}
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
            total: format.percent(1, 0),
          },
          { key: 'value', header: t('matching.value'), cell: ({ key }) => t(`matching.values.${key}`) },
        ]}
      />
      {example && <WorkedExample pair={example} />}
      <WeightVersions history={history} />
      <Substitutes substitutes={substitutes} />
    </RegisterEntry>
  )
}

function Substitutes({ substitutes }: Pick<Entry, 'substitutes'>) {
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
