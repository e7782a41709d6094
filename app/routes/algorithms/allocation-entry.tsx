import type { AlgorithmRegister } from '~/http/algorithm-register-schema'
import { algorithms } from '~/messages/algorithms'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { RegisterEntry } from './register-entry'

type Entry = AlgorithmRegister['algorithms'][1]

/** The plan of the whole Métropole: its rules, and what the latest one came to. */
export function AllocationEntry({ parameters, latest }: Entry) {
  const t = useT(algorithms)
  const format = useFormat()
  const rules = [
    { key: 'candidates', value: format.number(parameters.candidates) },
    { key: 'bonus', value: format.percent(parameters.shownBonus, 1) },
    {
      key: 'urgency',
      value: t('allocation.valueOf.urgency', {
        most: format.percent(parameters.urgencyBonus, 0),
        days: parameters.urgencyFadesInDays,
      }),
    },
    { key: 'ties', value: t('allocation.valueOf.ties') },
    { key: 'minimum', value: t('allocation.valueOf.minimum') },
    { key: 'whole', value: t('allocation.valueOf.whole') },
    { key: 'deadline', value: t('allocation.valueOf.deadline', { seconds: parameters.deadlineSeconds }) },
  ] as const
  return (
    <RegisterEntry
      id="allocation"
      title={t('allocation.title')}
      isReplayed
      texts={{
        purpose: t('allocation.purpose'),
        part: t('allocation.part'),
        decides: t('allocation.decides'),
        data: t('allocation.data'),
        operations: t('allocation.operations'),
        limits: t('allocation.limits'),
        off: t('allocation.off'),
      }}
    >
      <DataTable
        caption={t('allocation.rules')}
        rows={rules}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'rule',
            header: t('allocation.rule'),
            rowHeader: true,
            cell: ({ key }) => t(`allocation.ruleOf.${key}`),
          },
          { key: 'value', header: t('allocation.ruleValue'), cell: ({ value }) => value },
        ]}
      />
      <Latest latest={latest} />
    </RegisterEntry>
  )
}

function Latest({ latest }: Pick<Entry, 'latest'>) {
  const t = useT(algorithms)
  const format = useFormat()
  return (
    <div className="flex flex-col gap-2">
      <h3>{t('allocation.latest')}</h3>
      {latest === null ? (
        <p>{t('allocation.latestNone')}</p>
      ) : (
        <>
          <p className="prose-width">
            {t('allocation.latestText', {
              when: format.instant(Date.parse(latest.at)),
              lots: latest.lots,
              needs: latest.needs,
              pairs: latest.parts,
              net: format.co2e(latest.netKgCo2e),
              gap: format.percent(latest.gap, 2),
              method: t(`allocation.method.${latest.method}`),
            })}
          </p>
          <p className="text-muted">
            {t('matching.version', {
              ...latest.versions,
              since: format.day(latest.at.slice(0, 10)),
            })}
          </p>
        </>
      )}
    </div>
  )
}
