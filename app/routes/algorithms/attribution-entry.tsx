import type { AlgorithmRegister } from '~/http/algorithm-register-schema'
import { KINDS_OF } from '~/features/attribution/model/attribution-criteria'
import { algorithms } from '~/messages/algorithms'
import { attribution } from '~/messages/attribution'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { RegisterEntry } from './register-entry'

/** How the requests for a lot are put in the order that its giver's criteria propose. */
export function AttributionEntry({ criteria, mostCriteria }: AlgorithmRegister['algorithms'][3]) {
  const t = useT(algorithms)
  const tAttribution = useT(attribution)
  return (
    <RegisterEntry
      id="attribution"
      title={t('attribution.title')}
      texts={{
        purpose: t('attribution.purpose'),
        part: t('attribution.part'),
        decides: t('attribution.decides'),
        data: t('attribution.data'),
        operations: t('attribution.operations'),
        limits: t('attribution.limits'),
        off: t('attribution.off'),
      }}
    >
      <DataTable
        caption={tAttribution('register.criteria', { most: mostCriteria })}
        rows={criteria}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'criterion',
            header: tAttribution('register.criterion'),
            rowHeader: true,
            cell: ({ key }) => tAttribution(`criterion.${key}`),
          },
          {
            key: 'kinds',
            header: tAttribution('register.puts'),
            cell: ({ key }) => KINDS_OF[key]?.map((kind) => tAttribution(`kindOf.${kind}`)).join(', ') ?? '–',
          },
        ]}
      />
    </RegisterEntry>
  )
}
