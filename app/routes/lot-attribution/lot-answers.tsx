import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { orderKept } from '~/features/attribution/model/order-kept'
import type { DecisionEntry } from '~/features/attribution/queries/decisions.server'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** The answers that a lot's requests were given, the newest first. */
export function LotAnswers({ lot, answers }: { lot: { id: string }; answers: readonly DecisionEntry[] }) {
  const t = useT(attribution)
  const tAnswers = useT(publicRules)
  const format = useFormat()
  if (answers.length === 0) return null
  return (
    <DataTable
      caption={t('page.decisionsTitle')}
      csvHref={paths.lotAnswersCsv(lot.id)}
      dense
      rows={answers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'taker',
          header: tAnswers('decisions.taker'),
          rowHeader: true,
          cell: ({ takerName, reservationId }) => (
            <Link to={paths.reservation(reservationId)}>{takerName}</Link>
          ),
        },
        {
          key: 'outcome',
          header: tAnswers('decisions.outcome'),
          cell: ({ outcome }) => t(`page.outcome.${outcome}`),
        },
        {
          key: 'at',
          header: tAnswers('decisions.at'),
          cell: ({ decidedAtMs }) => format.day(isoDayOf(decidedAtMs)),
        },
        {
          key: 'order',
          header: t('page.order'),
          cell: (entry) => tAnswers(`decisions.${orderKept(entry)}`),
        },
        { key: 'reason', header: tAnswers('decisions.reason'), cell: ({ reason }) => reason },
      ]}
    />
  )
}
