import type { ReactNode } from 'react'
import { accounting } from '~/messages/accounting'
import { useFormat, useT } from '~/ui/i18n'
import { Stat } from '~/ui/stat'
import type { Rate } from '../model/rates'
import type { Telling } from '../model/told-account'

/** A rate with its two masses and its definition; never without them. */
export function RateStat({
  kind,
  rate,
  telling = 'whole',
  note,
  more,
}: {
  kind: 'local' | 'realisation'
  rate: Rate
  /** How much of it is told; `note` says what is left out. */
  telling?: Telling
  note?: ReactNode
  /** A link to the handovers of the numerator. */
  more?: ReactNode
}) {
  const t = useT(accounting)
  const format = useFormat()
  return (
    <Stat
      label={t(`rate.${kind}`)}
      value={<RateText rate={rate} telling={telling} />}
      ratio={
        telling === 'few'
          ? undefined
          : { numerator: format.mass(rate.numeratorG), denominator: format.mass(rate.denominatorG) }
      }
      note={
        rate.flagged ? t('rate.over') : rate.rate === null && telling === 'whole' ? t('rate.noneText') : note
      }
      more={more}
      definition={t(`rate.${kind}Definition`)}
    />
  )
}

/** A rate as a percentage, or why it has none: no denominator, or too few handovers to be told. */
export function RateText({ rate: { rate }, telling = 'whole' }: { rate: Rate; telling?: Telling }) {
  const t = useT(accounting)
  const format = useFormat()
  if (telling === 'few') return <span className="text-[0.6em]">{t('rate.few')}</span>
  return rate === null ? <span className="text-[0.6em]">{t('rate.none')}</span> : <>{format.percent(rate)}</>
}
