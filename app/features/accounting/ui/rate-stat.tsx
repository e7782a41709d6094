import type { ReactNode } from 'react'
import { accounting } from '~/messages/accounting'
import { useFormat, useT } from '~/ui/i18n'
import { Stat } from '~/ui/stat'
import type { Rate } from '../model/rates'

/** A rate with its two masses and its definition; never without them. */
export function RateStat({
  kind,
  rate,
  note,
  more,
}: {
  kind: 'local' | 'realisation'
  rate: Rate
  note?: ReactNode
  /** A link to the handovers of the numerator. */
  more?: ReactNode
}) {
  const t = useT(accounting)
  const format = useFormat()
  return (
    <Stat
      label={t(`rate.${kind}`)}
      value={<RateText rate={rate} />}
      ratio={{ numerator: format.mass(rate.numeratorG), denominator: format.mass(rate.denominatorG) }}
      note={rate.flagged ? t('rate.over') : rate.rate === null ? t('rate.noneText') : note}
      more={more}
      definition={t(`rate.${kind}Definition`)}
    />
  )
}

/** A rate as a percentage, or that it has no denominator. */
export function RateText({ rate: { rate } }: { rate: Rate }) {
  const t = useT(accounting)
  const format = useFormat()
  return rate === null ? <span className="text-[0.6em]">{t('rate.none')}</span> : <>{format.percent(rate)}</>
}
