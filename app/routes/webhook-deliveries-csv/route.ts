import type { LoaderFunctionArgs } from '@remix-run/node'
import { listDeliveries } from '~/features/webhooks/queries.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireOwnWebhook } from '~/http/own-webhook.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { webhooks } from '~/messages/webhooks'

const MOST_ROWS = 5000

/** What was sent to a webhook of one's organisation, with the ids by which its receiver knows each. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { webhook } = await requireOwnWebhook(request, params.webhookId)
  const t = translator(await localeOf(request), webhooks)
  const body = toCsv(
    [
      { header: t('deliveries.at'), cell: ({ createdAtMs }) => new Date(createdAtMs).toISOString() },
      { header: t('deliveries.event'), cell: ({ event }) => event },
      { header: t('deliveries.status'), cell: ({ status }) => t(`deliveries.statuses.${status}`) },
      { header: t('deliveries.attempts'), cell: ({ attempts }) => attempts },
      { header: t('deliveries.code'), cell: ({ lastStatus }) => lastStatus },
      { header: t('deliveries.duration'), cell: ({ lastDurationMs }) => lastDurationMs },
      { header: t('deliveries.answer'), cell: ({ lastAnswer }) => lastAnswer },
      { header: t('deliveries.id'), cell: ({ id }) => id },
    ],
    await listDeliveries(webhook.id, MOST_ROWS),
  )
  return download(body, `${t('deliveries.csvFile')}.csv`, 'text/csv')
}
