import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { orderKept } from '~/features/attribution/model/order-kept'
import type { DecisionEntry } from '~/features/attribution/queries/decisions.server'
import { useCriteriaText } from '~/features/attribution/ui/use-criteria-text'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Answers of every giver, each with a link to the reservation that holds its grounds. */
export function AnswersTable({ answers, csvHref }: { answers: readonly DecisionEntry[]; csvHref: string }) {
  const t = useT(publicRules)
  const tAttribution = useT(attribution)
  const format = useFormat()
  const criteriaText = useCriteriaText()
  const rankText = ({ ranking, reservationId }: DecisionEntry) => {
    const own = ranking.find((request) => request.reservationId === reservationId)
    return own ? t('decisions.rankOf', { rank: own.rank, count: ranking.length }) : null
  }
  return (
    <DataTable
      caption={t('decisions.title')}
      csvHref={csvHref}
      dense
      rows={answers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          header: t('decisions.at'),
          cell: ({ decidedAtMs }) => format.day(isoDayOf(decidedAtMs)),
        },
        {
          key: 'lot',
          header: t('decisions.lot'),
          rowHeader: true,
          cell: ({ reservationId, lotTitle, lotReference }) => (
            <Link to={paths.reservation(reservationId)}>
              {lotReference} {lotTitle}
            </Link>
          ),
        },
        { key: 'giver', header: t('decisions.giver'), cell: ({ giverName }) => giverName },
        { key: 'taker', header: t('decisions.taker'), cell: ({ takerName }) => takerName },
        {
          key: 'outcome',
          header: t('decisions.outcome'),
          cell: ({ outcome }) => tAttribution(`page.outcome.${outcome}`),
        },
        { key: 'rank', header: t('decisions.rank'), cell: rankText },
        {
          key: 'order',
          header: t('decisions.order'),
          cell: (entry) => {
            const kept = orderKept(entry)
            const text = t(`decisions.${kept}`)
            return kept === 'against' ? <Badge tone="warning">{text}</Badge> : text
          },
        },
        {
          key: 'criteria',
          header: t('decisions.criteria'),
          cell: ({ criteria, criteriaSource }) => criteriaSource !== 'none' && criteriaText(criteria),
        },
        { key: 'reason', header: t('decisions.reason'), cell: ({ reason }) => reason },
      ]}
    />
  )
}
