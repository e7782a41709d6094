import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { Indicators, NetRange, RepRate } from '~/features/accounting/model/indicators'
import type { LeavesOut } from '~/features/accounting/read-indicators.server'
import type { Rate } from '~/features/accounting/model/rates'
import { translator } from '~/messages/catalogue'
import { method } from '~/messages/method'

/** An indicator as a page or a table tells it: never a value without its formula, source and range. */
export type IndicatorLine = {
  key: string
  name: string
  formula: string
  value: string
  range: string
  source: string
}

/** The eight indicators in sentences of the reader's language, each saying whether handovers are left out of it. */
export function indicatorLines(
  { account, declared, incomingG, proximity, rep, net, funnel }: Indicators,
  { factorSource, leavesOut }: { factorSource: string; leavesOut: LeavesOut },
  locale: Locale,
): IndicatorLine[] {
  const t = translator(locale, method)
  const format = formatter(locale)
  const rate = ({ rate: ratio, numeratorG, denominatorG }: Rate) =>
    ratio === null
      ? t('none')
      : t('ofMasses', {
          rate: format.percent(ratio),
          numerator: format.mass(numeratorG),
          denominator: format.mass(denominatorG),
        })
  const share = ({ rate: ratio }: Rate) => (ratio === null ? t('none') : format.percent(ratio))
  const stage = (of: string) => format.mass(funnel.steps.find((step) => step.stage === of)?.massG ?? 0)
  const line = (
    key: 'local' | 'realisation' | 'declared' | 'incoming' | 'proximity' | 'funnel',
    value: string,
    isPartial = false,
  ) => ({
    ...{ key, name: t(`${key}.name`), formula: t(`${key}.formula`), value },
    range: t(!isPartial ? 'exact' : key === 'proximity' ? 'ofTold' : 'atLeast'),
    source: t(`${key}.source`),
  })
  return [
    line('local', rate(account.localReuse), leavesOut.cohort),
    line('realisation', rate(account.realisation), leavesOut.cohort),
    line(
      'declared',
      t('declared.value', {
        inPlace: format.mass(declared.inPlaceG),
        elsewhere: format.mass(declared.elsewhereG),
        without: format.mass(declared.withoutEvidenceG),
      }),
    ),
    line('incoming', format.mass(incomingG), leavesOut.incoming),
    line(
      'proximity',
      t('proximity.value', {
        commune: share(proximity.sameCommune),
        near: share(proximity.within10Km),
        metropole: share(proximity.inMetropole),
      }),
      leavesOut.handovers,
    ),
    ...rep.map((one) => repLine(one, rate(one.rate), { isPartial: leavesOut.cohort, locale })),
    netLine(net, { source: factorSource, isPartial: leavesOut.claims, locale }),
    line(
      'funnel',
      t('funnel.value', {
        inventoried: stage('inventoried'),
        published: stage('published'),
        handedOver: stage('handedOver'),
      }),
      leavesOut.cohort,
    ),
  ]
}

function repLine(
  { of, target }: RepRate,
  value: string,
  { isPartial, locale }: { isPartial: boolean; locale: Locale },
): IndicatorLine {
  const t = translator(locale, method)
  const format = formatter(locale)
  return {
    ...{ key: of, name: t(of === 'inert' ? 'rep.inert' : 'rep.nonInert'), formula: t('rep.formula'), value },
    range: t(isPartial ? 'atLeast' : 'exact'),
    source: target
      ? t('rep.target', {
          day: format.day(target.from),
          percent: format.percent(target.percent / 100),
          source: target.source,
        })
      : t('rep.noTarget'),
  }
}

function netLine(
  net: NetRange,
  { source, isPartial, locale }: { source: string; isPartial: boolean; locale: Locale },
): IndicatorLine {
  const t = translator(locale, method)
  const format = formatter(locale)
  const about = { key: 'net', name: t('net.name'), formula: t('net.formula'), source }
  if (net.claims === 0) return { ...about, value: t('net.none'), range: '' }
  const kg = (grams: number) => format.co2e(grams / 1000)
  return {
    ...about,
    value: t('net.value', { net: kg(net.netG), claims: net.claims, total: net.total }),
    range: [
      t('net.range', { low: kg(net.lowG), high: kg(net.highG) }),
      ...(isPartial ? [t('ofTold')] : []),
    ].join(' ; '),
  }
}
