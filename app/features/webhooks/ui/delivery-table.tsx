import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { webhooks } from '~/messages/webhooks'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { DeliveryView } from '../model/webhook'

const TONES = { waiting: 'info', delivered: 'success', failed: 'danger' } as const

/** What was sent to a webhook, newest first: when, what, what came of it, and sending it again. */
export function DeliveryTable({
  webhookId,
  deliveries,
  canResend,
}: {
  webhookId: string
  deliveries: readonly DeliveryView[]
  canResend: boolean
}) {
  const t = useT(webhooks)
  const columns = useColumns()
  const resend: Column<DeliveryView> = {
    key: 'act',
    header: t('deliveries.act'),
    acts: true,
    cell: (delivery) => <ResendForm webhookId={webhookId} delivery={delivery} />,
  }
  return (
    <DataTable
      caption={t('deliveries.title')}
      rows={deliveries}
      rowKey={({ id }) => id}
      csvHref={paths.webhookDeliveriesCsv(webhookId)}
      empty={t('deliveries.none')}
      columns={canResend ? [...columns, resend] : columns}
    />
  )
}

function useColumns(): Column<DeliveryView>[] {
  const t = useT(webhooks)
  const format = useFormat()
  return [
    {
      key: 'at',
      header: t('deliveries.at'),
      rowHeader: true,
      cell: ({ createdAtMs }) => format.instant(createdAtMs),
    },
    { key: 'event', header: t('deliveries.event'), cell: ({ event }) => t(`event.${event}`) },
    {
      key: 'status',
      header: t('deliveries.status'),
      cell: ({ status, lastFault, nextAtMs }) => (
        <span className="flex flex-col gap-1">
          <Badge tone={TONES[status]}>{t(`deliveries.statuses.${status}`)}</Badge>
          {lastFault && <span className="text-sm">{t(`deliveries.faults.${lastFault}`)}</span>}
          {status === 'waiting' && nextAtMs !== null && (
            <span className="text-sm text-muted">
              {t('deliveries.next', { at: format.instant(nextAtMs) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'attempts',
      header: t('deliveries.attempts'),
      figure: true,
      cell: ({ attempts }) => format.number(attempts),
    },
    {
      key: 'code',
      header: t('deliveries.code'),
      figure: true,
      cell: ({ lastStatus }) => lastStatus ?? '–',
    },
    {
      key: 'duration',
      header: t('deliveries.duration'),
      figure: true,
      cell: ({ lastDurationMs }) =>
        lastDurationMs === null ? '–' : t('deliveries.ms', { ms: format.number(lastDurationMs) }),
    },
    {
      key: 'answer',
      header: t('deliveries.answer'),
      cell: ({ lastAnswer }) => (lastAnswer === '' ? '–' : <code className="break-all">{lastAnswer}</code>),
    },
  ]
}

function ResendForm({ webhookId, delivery }: { webhookId: string; delivery: DeliveryView }) {
  const t = useT(webhooks)
  const format = useFormat()
  const event = t(`event.${delivery.event}`)
  return (
    <Form method="post" action={paths.webhook(webhookId)}>
      <input type="hidden" name="intent" value="resend" />
      <input type="hidden" name="deliveryId" value={delivery.id} />
      <Button
        small
        look="quiet"
        aria-label={t('deliveries.resendOf', { event, at: format.instant(delivery.createdAtMs) })}
      >
        {t('deliveries.resend')}
      </Button>
    </Form>
  )
}
