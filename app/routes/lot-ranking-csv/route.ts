import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { MILLI } from '~/core/units'
import { criteriaInForce } from '~/features/attribution/queries.server'
import { rankWaiting } from '~/features/attribution/queries/waiting.server'
import { tenths } from '~/http/answer-columns.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireOwnLot } from '~/http/own-lot.server'
import { download } from '~/http/replies.server'
import { attribution } from '~/messages/attribution'
import { translator } from '~/messages/catalogue'

/** The requests that wait for one's own lot, in the order that its criteria propose. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot } = await requireOwnLot(request, params.lotId)
  const t = translator(await localeOf(request), attribution)
  const { criteria } = await criteriaInForce(lot)
  const body = toCsv(
    [
      { header: t('ranking.rank'), cell: ({ rank }) => rank },
      { header: t('ranking.taker'), cell: ({ takerName }) => takerName },
      { header: t('ranking.kind'), cell: ({ kind }) => t(`kindOf.${kind}`) },
      { header: t('ranking.quantity'), cell: ({ quantityMilli }) => quantityMilli / MILLI },
      { header: t('ranking.distance'), cell: ({ km }) => tenths(km) },
      { header: t('ranking.requested'), cell: ({ requestedAtMs }) => isoDayOf(requestedAtMs) },
      {
        header: t('ranking.decidedBy'),
        cell: ({ decidedBy }) => decidedBy && t(`criterion.${decidedBy}`),
      },
    ],
    await rankWaiting(lot.id, criteria),
  )
  return download(body, `${t('ranking.csvFile', { reference: lot.reference })}.csv`, 'text/csv')
}
