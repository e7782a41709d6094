import { baskets } from '~/messages/baskets'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'
import type { BasketCover, CoverCount } from '../model/cover-basket'

/** The four figures of a bill, each with its denominator and its definition. */
export function CoverStats({
  cover: { now, all, carbon, money, factorVersion },
  lastDay,
}: {
  cover: Pick<BasketCover, 'now' | 'all' | 'carbon' | 'money' | 'factorVersion'>
  lastDay: string
}) {
  const t = useT(baskets)
  const format = useFormat()
  const ofLines = ({ full, part, lines }: CoverCount) => t('stat.lines', { full, part, count: lines })
  return (
    <StatRow>
      <Stat
        label={t('stat.now')}
        value={format.percent(now.meanShare, 0)}
        note={ofLines(now)}
        definition={t('stat.nowDefinition')}
      />
      <Stat
        label={t('stat.all', { day: format.dayShort(lastDay) })}
        value={format.percent(all.meanShare, 0)}
        note={ofLines(all)}
        definition={t('stat.allDefinition')}
      />
      <Stat
        label={t('stat.carbon')}
        value={carbon.claimed > 0 ? <Co2e kg={carbon.netG / 1000} /> : t('stat.carbonNone')}
        note={
          carbon.claimed > 0 &&
          t('stat.carbonRange', {
            low: format.number(carbon.lowG / 1000),
            high: format.number(carbon.highG / 1000),
          })
        }
        definition={t('stat.carbonDefinition', {
          claimed: carbon.claimed,
          unclaimed: carbon.unclaimed,
          factors: factorVersion,
        })}
      />
      <Stat
        label={t('stat.money')}
        value={money.lines > 0 ? format.euros(money.savedCents) : t('stat.moneyNone')}
        note={
          money.lines > 0 &&
          t('stat.moneyRatio', { new: format.euros(money.newCents), asked: format.euros(money.askedCents) })
        }
        definition={t('stat.moneyDefinition', { count: money.lines })}
      />
    </StatRow>
  )
}
