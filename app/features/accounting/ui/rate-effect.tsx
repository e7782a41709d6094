import { accounting } from '~/messages/accounting'
import { useFormat, useT } from '~/ui/i18n'
import { ArrowRightIcon } from '~/ui/icons'
import type { Rate } from '../model/rates'
import { tellingDecimals } from '../model/telling-decimals'

/** A commune's rate before and after a handover, each with both its masses. */
export function RateEffectPanel({
  communeName,
  massG,
  year,
  effect,
}: {
  communeName: string
  massG: number
  year: number
  effect: { before: Rate; after: Rate } | null
}) {
  const t = useT(accounting)
  const format = useFormat()
  const decimals = tellingDecimals(effect?.before.rate ?? 0, effect?.after.rate ?? 0)
  const percent = ({ rate }: Rate) => (rate === null ? t('rate.none') : format.percent(rate, decimals))
  return (
    <section aria-labelledby="effect" className="flex flex-col gap-3">
      <h2 id="effect">{t('effect.title', { commune: communeName })}</h2>
      {effect === null ? (
        <p className="prose-width">{t('effect.none', { mass: format.mass(massG), commune: communeName })}</p>
      ) : (
        <>
          <p className="prose-width">
            {t('effect.moved', {
              mass: format.quantity(massG, 'kg'),
              year: String(year),
              before: percent(effect.before),
              after: percent(effect.after),
            })}
          </p>
          <div className="grid items-center gap-4 sm:grid-cols-[1fr_auto_1fr]">
            <Side label={t('effect.before')} rate={effect.before} shown={percent(effect.before)} />
            <ArrowRightIcon className="max-sm:rotate-90" title={t('effect.to')} />
            <Side label={t('effect.after')} rate={effect.after} shown={percent(effect.after)} />
          </div>
          <p className="prose-width text-sm text-muted">{t('rate.localDefinition')}</p>
        </>
      )}
    </section>
  )
}

function Side({ label, rate, shown }: { label: string; rate: Rate; shown: string }) {
  const t = useT(accounting)
  const format = useFormat()
  return (
    <div className="border-t-4 border-edge pt-3">
      <p className="font-semibold">{label}</p>
      <p className="reference text-4xl">{shown}</p>
      <p className="font-medium">
        {t('effect.ofMasses', {
          numerator: format.mass(rate.numeratorG),
          denominator: format.mass(rate.denominatorG),
        })}
      </p>
    </div>
  )
}
