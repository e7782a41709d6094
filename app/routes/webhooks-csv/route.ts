import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listWebhooks } from '~/features/webhooks/queries.server'
import { stateOf } from '~/features/webhooks/model/webhook'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { webhooks } from '~/messages/webhooks'

/** The webhooks of one's organisation, without their secrets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { organisationId } = await requireActor(request, 'webhook:manage')
  const t = translator(await localeOf(request), webhooks)
  const body = toCsv(
    [
      { header: t('address'), cell: ({ url }) => url },
      { header: t('state'), cell: (webhook) => t(`states.${stateOf(webhook)}`) },
      { header: t('events'), cell: ({ events }) => events.join(', ') },
      { header: t('scope'), cell: ({ scope }) => scope },
      { header: t('since'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
    ],
    await listWebhooks(organisationId),
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}
