import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { webhooks as texts } from '~/messages/webhooks'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { hostOf, stateOf, type WebhookView } from '../model/webhook'
import { STATE_TONES, useScopeText, type Places } from './use-webhook-texts'

/** The webhooks of an organisation, each with its state and the way to its page. */
export function WebhookTable({ webhooks, places }: { webhooks: readonly WebhookView[]; places: Places }) {
  const t = useT(texts)
  const format = useFormat()
  const scopeText = useScopeText(places)
  return (
    <DataTable
      caption={t('list')}
      rows={webhooks}
      rowKey={({ id }) => id}
      csvHref={paths.webhooksCsv()}
      columns={[
        {
          key: 'host',
          header: t('host'),
          rowHeader: true,
          cell: ({ id, url }) => (
            <Link to={paths.webhook(id)} className="inline-flex min-h-11 items-center break-all">
              {hostOf(url)}
            </Link>
          ),
        },
        {
          key: 'state',
          header: t('state'),
          cell: (webhook) => (
            <Badge tone={STATE_TONES[stateOf(webhook)]}>{t(`states.${stateOf(webhook)}`)}</Badge>
          ),
        },
        {
          key: 'events',
          header: t('events'),
          cell: ({ events }) => events.map((event) => t(`event.${event}`)).join(', '),
        },
        { key: 'scope', header: t('scope'), cell: ({ scope }) => scopeText(scope) },
        {
          key: 'since',
          header: t('since'),
          figure: true,
          cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
        },
      ]}
    />
  )
}
