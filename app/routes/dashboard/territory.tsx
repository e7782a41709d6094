import { useId, type ReactNode } from 'react'
import type { CohortAccount } from '~/features/accounting/model/cohort'
import type { Rate } from '~/features/accounting/model/rates'
import { common } from '~/messages/common'
import { dashboard } from '~/messages/dashboard'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'

/** The account of a territory for a year: its two rates with their masses, and what stays out of them. */
export function Territory({
  title,
  account,
  actions,
}: {
  title: string
  account: CohortAccount
  actions: ReactNode
}) {
  const t = useT(dashboard)
  const format = useFormat()
  const id = useId()
  const { localReuse, realisation, outside, siteIds } = account
  return (
    <section aria-labelledby={id} className="flex flex-col gap-6">
      <h2 id={id}>{title}</h2>
      <StatRow>
        <RateStat label={t('territory.rate')} rate={localReuse} definition={t('territory.rateText')}>
          {t('territory.sites', { count: siteIds.length })}
        </RateStat>
        <RateStat
          label={t('territory.realisation')}
          rate={realisation}
          definition={t('territory.realisationText')}
        />
        <Stat
          label={t('territory.outside')}
          value={format.mass(outside.handedOverG)}
          note={
            outside.siteCount > 0
              ? t('territory.outsideText', { count: outside.siteCount })
              : t('territory.outsideNone')
          }
        />
      </StatRow>
      <div className="flex flex-wrap gap-3">{actions}</div>
    </section>
  )
}

function RateStat({
  label,
  rate,
  definition,
  children,
}: {
  label: string
  rate: Rate
  definition: string
  children?: ReactNode
}) {
  const t = useT(common)
  const format = useFormat()
  return (
    <Stat
      label={label}
      value={rate.rate === null ? t('state.noDenominator') : format.percent(rate.rate)}
      ratio={{ numerator: format.mass(rate.numeratorG), denominator: format.mass(rate.denominatorG) }}
      note={children}
      definition={definition}
    />
  )
}
