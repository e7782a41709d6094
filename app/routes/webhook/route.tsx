import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { eventsFor } from '~/features/webhooks/model/events'
import { hostOf } from '~/features/webhooks/model/webhook'
import { hostsOpened } from '~/features/webhooks/opened-hosts.server'
import { listDeliveries } from '~/features/webhooks/queries.server'
import { ChoiceFields } from '~/features/webhooks/ui/choice-fields'
import { DeliveryTable } from '~/features/webhooks/ui/delivery-table'
import {
  ActForm,
  EndSection,
  SecretSection,
  StateNotice,
  VerifySection,
} from '~/features/webhooks/ui/webhook-acts'
import { WebhookSecret } from '~/features/webhooks/ui/webhook-secret'
import { requireOwnWebhook, webhookPlaces } from '~/http/own-webhook.server'
import { pageTitle } from '~/http/page-title'
import { webhooks as texts } from '~/messages/webhooks'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { action } from './webhook-acts.server'

export { action } from './webhook-acts.server'

const MOST_SHOWN = 50
const DONE = ['ajoute', 'change', 'pause', 'reprise', 'essai', 'renvoi'] as const

export const meta: MetaFunction = pageTitle(texts, 'title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, webhook } = await requireOwnWebhook(request, params.webhookId)
  const [deliveries, places] = await Promise.all([listDeliveries(webhook.id, MOST_SHOWN), webhookPlaces()])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    webhook,
    deliveries,
    places,
    offered: eventsFor(actor.roles),
    isOpen: hostsOpened() !== null,
    now: nowMs(),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export default function Webhook() {
  const t = useT(texts)
  const { webhook, deliveries, places, offered, isOpen, now, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply && 'secret' in reply)
    return <WebhookSecret secret={reply.secret} next={paths.webhook(webhook.id)} isRenewed />
  const errors = reply?.result.error ?? {}
  const faults = Object.entries(errors).flatMap(([fieldId, messages]) =>
    (messages ?? []).map((message) => ({ message, fieldId: fieldId || undefined })),
  )
  const isActive = webhook.pausedAtMs === null && isOpen
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        back={{ to: paths.webhooks(), label: t('one.back') }}
        eyebrow={t('title')}
        title={<span className="break-all">{hostOf(webhook.url)}</span>}
        lead={<span className="break-all">{webhook.url}</span>}
        actions={
          isActive && (
            <>
              <ActForm id={webhook.id} intent="test" label={t('one.test')} look="action" />
              <ActForm id={webhook.id} intent="pause" label={t('one.pause')} look="secondary" />
            </>
          )
        }
      />
      <ErrorSummary errors={faults} />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      {!isOpen && <Notice title={t('closed')}>{t('closedText')}</Notice>}
      <StateNotice webhook={webhook} />
      <section className="flex flex-col gap-3">
        <p>{t('deliveries.lead')}</p>
        <DeliveryTable webhookId={webhook.id} deliveries={deliveries} canResend={isActive} />
      </section>
      <Form method="post" className="flex max-w-xl flex-col gap-5 border-t-4 border-edge pt-4">
        <h2>{t('one.facts')}</h2>
        <input type="hidden" name="intent" value="change" />
        <ChoiceFields
          offered={offered}
          places={places}
          events={webhook.events}
          scope={webhook.scope}
          errors={errors}
        />
        <div>
          <Button look="secondary" wide>
            {t('one.change')}
          </Button>
        </div>
      </Form>
      <VerifySection />
      <SecretSection webhook={webhook} nowMs={now} />
      <EndSection webhook={webhook} />
    </div>
  )
}
