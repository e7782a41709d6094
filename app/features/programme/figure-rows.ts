import { addDays } from '~/core/days'
import type { Formatter } from '~/core/format'
import type { Translate, MessagesOf } from '~/messages/catalogue'
import type { programmeExperiment } from '~/messages/programme-experiment'
import type { ExperimentFigures, PeriodFigures } from './model/experiment'
import type { TargetResult } from './model/report'

type T = Translate<MessagesOf<typeof programmeExperiment>>

export type FigureRow = { key: string; label: string; before: string; during: string }

/** The indicators of two periods as a page and a document write them. */
export function figureRows({ before, during }: ExperimentFigures, t: T, format: Formatter): FigureRow[] {
  const row = (key: string, label: string, of: (figures: PeriodFigures) => string): FigureRow => ({
    key,
    label,
    before: of(before),
    during: of(during),
  })
  return [
    row('mass', t('figures.handedOver'), ({ handedOverG }) => format.mass(handedOverG)),
    row('handovers', t('figures.handovers'), ({ handovers }) => format.number(handovers)),
    row('rate', t('figures.rate'), ({ rate, rateNumeratorG, rateDenominatorG }) =>
      rate === null
        ? t('figures.noRate')
        : `${format.percent(rate)} (${t('figures.rateParts', {
            numerator: format.mass(rateNumeratorG),
            denominator: format.mass(rateDenominatorG),
          })})`,
    ),
    row('surveys', t('figures.surveys'), ({ surveys }) => format.number(surveys)),
  ]
}

/** «Pendant, du 3 au 28 mars 2027». */
export function periodHead(label: string, { period }: PeriodFigures, t: T, format: Formatter): string {
  return period.until <= period.from
    ? `${label} : ${t('figures.noPeriod')}`
    : `${label}, ${format.dayRange(period)}`
}

/** A target or what was found, as its kind is written. */
export function targetText(
  kind: TargetResult['kind'],
  value: number | null,
  t: T,
  format: Formatter,
): string {
  if (value === null) return t('figures.noRate')
  if (kind === 'mass') return format.mass(value)
  return kind === 'rate' ? format.percent(value) : format.number(value)
}

/** The sentence with which a report begins, made of its figures. */
export function firstWords({ before, during }: ExperimentFigures, t: T, format: Formatter): string {
  if (during.period.until <= during.period.from) return ''
  return t('end.prefilled', {
    from: format.dayLong(during.period.from),
    until: format.dayLong(addDays(during.period.until, -1)),
    mass: format.mass(during.handedOverG),
    handovers: during.handovers,
    massBefore: format.mass(before.handedOverG),
    surveys: during.surveys,
    surveysBefore: before.surveys,
  })
}
