import { MILLI } from '~/core/units'
import { orderKept } from '~/features/attribution/model/order-kept'
import type { DecisionEntry } from '~/features/attribution/queries/decisions.server'
import type { Locale } from '~/core/locale'
import { attribution } from '~/messages/attribution'
import { translator } from '~/messages/catalogue'
import { handovers } from '~/messages/handovers'
import { publicCessions } from '~/messages/public-cessions'
import { publicRules } from '~/messages/public-rules'
import { isDecisionCriterion } from '~/features/reservations/model/criteria'
import type { CsvColumn } from './csv.server'

/** Answers to requests as a file: what was decided, on which criteria, order and checks. */
export function answerColumns(locale: Locale): CsvColumn<DecisionEntry>[] {
  const t = translator(locale, publicRules)
  const tAttribution = translator(locale, attribution)
  const tPublic = translator(locale, publicCessions)
  const tAnswer = translator(locale, handovers)
  return [
    { header: t('decisions.at'), cell: ({ decidedAtMs }) => new Date(decidedAtMs).toISOString() },
    { header: t('decisions.lot'), cell: ({ lotReference, lotTitle }) => `${lotReference} ${lotTitle}` },
    { header: t('decisions.giver'), cell: ({ giverName }) => giverName },
    { header: t('decisions.taker'), cell: ({ takerName }) => takerName },
    ...factColumns(locale),
    { header: t('decisions.outcome'), cell: ({ outcome }) => tAttribution(`page.outcome.${outcome}`) },
    {
      header: t('decisions.criteria'),
      cell: ({ criteria, criteriaSource }) =>
        criteriaSource === 'none'
          ? t('decisions.unpublished')
          : criteria.map((criterion) => tAttribution(`criterion.${criterion}`)).join(' ; '),
    },
    { header: t('decisions.rank'), cell: (entry) => own(entry)?.rank ?? null },
    {
      header: t('decisions.order'),
      cell: (entry) => t(`decisions.${orderKept(entry)}`),
    },
    {
      header: t('decisions.criterion'),
      cell: ({ criterion }) => (isDecisionCriterion(criterion) ? tAnswer(`criterion.${criterion}`) : null),
    },
    { header: t('decisions.reason'), cell: ({ reason }) => reason },
    {
      header: t('decisions.checks'),
      cell: ({ checks }) =>
        checks
          .map(
            ({ rule, isMet }) =>
              `${tPublic(`rule.${rule}`)} : ${tPublic(isMet ? 'panel.met' : 'panel.missing')}`,
          )
          .join(' ; '),
    },
    { header: t('history.version'), cell: ({ rulesVersion }) => rulesVersion },
    { header: t('decisions.decidedBy'), cell: ({ decidedBy }) => decidedBy },
  ]
}

/** What the taker was and asked for, as the order read it. */
function factColumns(locale: Locale): CsvColumn<DecisionEntry>[] {
  const t = translator(locale, attribution)
  return [
    {
      header: t('ranking.kind'),
      cell: (entry) => {
        const kind = own(entry)?.kind
        return kind ? t(`kindOf.${kind}`) : null
      },
    },
    {
      header: t('ranking.quantity'),
      cell: (entry) => {
        const milli = own(entry)?.quantityMilli
        return milli === undefined ? null : milli / MILLI
      },
    },
    { header: t('ranking.distance'), cell: (entry) => tenths(own(entry)?.km) },
  ]
}

function own({ ranking, reservationId }: DecisionEntry) {
  return ranking.find((request) => request.reservationId === reservationId)
}

/** Kilometres as pages show them. */
export function tenths(km: number | null | undefined): number | null {
  return km === null || km === undefined ? null : Math.round(km * 10) / 10
}
