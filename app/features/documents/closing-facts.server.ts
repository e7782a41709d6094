import { addDays, isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { REUSE_OUTCOMES, CLOSING_OUTCOMES } from '~/core/waste-terms'
import { closingDeadline } from '~/features/closing/model/deadline'
import { totalsOf, type ClosingTotals } from '~/features/closing/model/closing-record'
import type { ClosingView } from '~/features/closing/read-closing.server'
import type { SitePrivate, SiteView } from '~/features/sites/queries.server'
import { translator } from '~/messages/catalogue'
import { closing } from '~/messages/closing'
import { closingPaper } from '~/messages/closing-paper'
import { sites } from '~/messages/sites'

/** A closing record to be written on paper or in a workbook. */
export type ClosingSheet = {
  site: SiteView
  /** Null for readers of other organisations, who never see the address. */
  own: SitePrivate | null
  view: ClosingView
  locale: Locale
  nowMs: number
}

type Fact = readonly [string, string]

/** What the form asks of the works and of who took part, as terms and words. */
export function closingFacts({ site, own, view, locale, nowMs }: ClosingSheet): Fact[] {
  const t = translator(locale, closingPaper)
  const tSite = translator(locale, sites)
  const format = formatter(locale)
  const { record, survey } = view
  const said = (text: string) => text || t('fact.notSaid')
  const deadline = closingDeadline(
    { endsOn: site.endsOn, worksEndedOn: record.worksEndedOn },
    isoDayOf(nowMs),
  )
  return [
    [t('fact.site'), site.name],
    ...(own ? [[t('fact.address'), own.address] as const] : []),
    [t('fact.commune'), `${site.communeName} (${site.communeCode})`],
    [t('fact.kind'), tSite(`kind.${site.kind}`)],
    [t('fact.works'), format.dayRange({ from: site.startsOn, until: addDays(site.endsOn, 1) })],
    [t('fact.ended'), format.dayLong(deadline.endedOn)],
    [t('fact.due'), format.dayLong(deadline.dueOn)],
    [t('fact.client'), said(record.client)],
    [t('fact.author'), said(record.author)],
    [
      t('fact.survey'),
      survey
        ? `${tSite(`inventory.kind.${survey.kind}`)}, ${format.dayLong(survey.surveyedOn)}`
        : t('fact.notSaid'),
    ],
    [t('fact.surveyor'), said(survey?.surveyor ?? '')],
    [t('fact.state'), translator(locale, closing)(`state.${record.state}`)],
    [t('fact.version'), String(record.revision)],
  ]
}

/** The sums of a record in kilograms: waste is all that left otherwise than for reuse. */
export function closingTotals({ view, locale }: ClosingSheet): (readonly [string, number])[] {
  const t = translator(locale, closingPaper)
  const { lines } = view.sums
  const all = totalsOf(view.sums.rows)
  return [
    [t('fact.surveyed'), lines.surveyedG / 1000],
    [t('fact.handedOver'), all.handedOverG / 1000],
    [t('fact.reused'), reusedG(all) / 1000],
    [t('fact.waste'), wasteG(all) / 1000],
    [t('fact.gap'), lines.gapG / 1000],
  ]
}

/** Grams reused otherwise than by handovers of this platform. */
export function reusedG({ outcomes }: Pick<ClosingTotals, 'outcomes'>): number {
  return REUSE_OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0)
}

/** Grams that left as waste, whatever became of it. */
export function wasteG(totals: Pick<ClosingTotals, 'outcomes'>): number {
  return CLOSING_OUTCOMES.reduce((sum, outcome) => sum + totals.outcomes[outcome], 0) - reusedG(totals)
}
