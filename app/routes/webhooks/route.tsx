import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import { eventsFor } from '~/features/webhooks/model/events'
import { MOST_WEBHOOKS } from '~/features/webhooks/model/webhook'
import { hostsOpened } from '~/features/webhooks/opened-hosts.server'
import { listWebhooks } from '~/features/webhooks/queries.server'
import { addWebhookSchema } from '~/features/webhooks/schema'
import { WebhookSecret } from '~/features/webhooks/ui/webhook-secret'
import { WebhookTable } from '~/features/webhooks/ui/webhook-table'
import { requireActor } from '~/http/actor.server'
import { tryFor } from '~/http/limits.server'
import { webhookPlaces } from '~/http/own-webhook.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { webhooks as texts } from '~/messages/webhooks'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { AddForm } from './add-form'

export const meta: MetaFunction = pageTitle(texts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'webhook:manage')
  const [webhooks, places] = await Promise.all([listWebhooks(actor.organisationId), webhookPlaces()])
  return {
    name: actor.organisationName,
    webhooks,
    places,
    offered: eventsFor(actor.roles),
    hosts: hostsOpened(),
    newId: newId(),
    isDone: new URL(request.url).searchParams.get('fait') === 'supprime',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'webhook:manage')
  const form = await parseForm(request, addWebhookSchema)
  if (!form.ok) return form.reply
  const tried = await tryFor('webhook', actor.organisationId)
  if (!tried.ok) return form.refuse(tried.error)
  const { id, url, events, scope } = form.value
  const added = await addWebhook({ actor, id, url, events, scope })
  if (!added.ok) return form.refuse(added.error)
  return data({ added: added.value }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function Webhooks() {
  const t = useT(texts)
  const { name, webhooks, places, offered, hosts, newId: id, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply && 'added' in reply) {
    const { id: addedId, secret } = reply.added
    if (secret !== null) return <WebhookSecret secret={secret} next={paths.webhook(addedId, 'ajoute')} />
    return (
      <EmptyState
        title={t('secret.again')}
        actions={<ButtonLink to={paths.webhook(addedId)}>{t('secret.next')}</ButtonLink>}
      >
        {t('secret.againText')}
      </EmptyState>
    )
  }
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <PageHeader
        back={{ to: paths.organisation(), label: t('back') }}
        eyebrow={name}
        title={t('title')}
        lead={t('lead')}
      />
      {isDone && !reply && <Notice tone="success" live title={t('done.supprime')} />}
      {webhooks.length > 0 && <WebhookTable webhooks={webhooks} places={places} />}
      {hosts === null && <Closed />}
      {hosts !== null && webhooks.length >= MOST_WEBHOOKS && (
        <Notice title={t('add.full', { most: MOST_WEBHOOKS })} />
      )}
      {hosts !== null && webhooks.length < MOST_WEBHOOKS && (
        <AddForm newId={id} hosts={hosts} offered={offered} places={places} lastResult={reply?.result} />
      )}
    </div>
  )
}

/** Where the operator lets this server call nobody. */
function Closed() {
  const t = useT(texts)
  return (
    <Notice
      title={t('closed')}
      action={
        <>
          <ButtonLink to={paths.contact()} wide>
            {t('toContact')}
          </ButtonLink>
          <ButtonLink to={paths.api()} look="secondary" wide>
            {t('toApi')}
          </ButtonLink>
        </>
      }
    >
      {t('closedText')}
    </Notice>
  )
}
