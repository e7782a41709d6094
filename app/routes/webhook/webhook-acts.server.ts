import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import {
  changeWebhook,
  makeNewSecret,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
} from '~/features/webhooks/commands/change-webhook.server'
import { sendAgain, testWebhook } from '~/features/webhooks/commands/send-again.server'
import { actOnWebhookSchema, changeWebhookSchema, resendSchema } from '~/features/webhooks/schema'
import { tryFor } from '~/http/limits.server'
import { requireOwnWebhook } from '~/http/own-webhook.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'

type Act = {
  request: Request
  formData: FormData
  on: { actor: Parameters<typeof removeWebhook>[0]['actor']; webhookId: string }
}

/** Does what the posted form names with a webhook of one's organisation. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, webhook } = await requireOwnWebhook(request, params.webhookId)
  const formData = await readForm(request)
  const act = { request, formData, on: { actor, webhookId: webhook.id } }
  const intent = formData.get('intent')
  if (intent === 'change') return change(act)
  if (intent === 'resend') return resend(act)
  return turn(act)
}

async function change({ request, formData, on }: Act) {
  const form = await parseForm(request, changeWebhookSchema, formData)
  if (!form.ok) return form.reply
  const { events, scope } = form.value
  const changed = await changeWebhook({ ...on, events, scope })
  return changed.ok ? redirect(paths.webhook(on.webhookId, 'change')) : form.refuse(changed.error)
}

async function resend({ request, formData, on }: Act) {
  const form = await parseForm(request, resendSchema, formData)
  if (!form.ok) return form.reply
  const tried = await tryFor('webhook', on.actor.organisationId)
  if (!tried.ok) return form.refuse(tried.error)
  const sent = await sendAgain({ ...on, deliveryId: form.value.deliveryId })
  return sent.ok ? redirect(paths.webhook(on.webhookId, 'renvoi')) : form.refuse(sent.error)
}

async function turn({ request, formData, on }: Act) {
  const form = await parseForm(request, actOnWebhookSchema, formData)
  if (!form.ok) return form.reply
  const { intent } = form.value
  if (intent === 'rotate') {
    const made = await makeNewSecret(on)
    if (!made.ok) return form.refuse(made.error)
    return data(made.value, { headers: { 'Cache-Control': 'no-store' } })
  }
  if (intent === 'remove') {
    const removed = await removeWebhook(on)
    return removed.ok ? redirect(paths.webhooks('supprime')) : form.refuse(removed.error)
  }
  if (intent === 'test') {
    const tried = await tryFor('webhook', on.actor.organisationId)
    if (!tried.ok) return form.refuse(tried.error)
    const tested = await testWebhook(on)
    return tested.ok ? redirect(paths.webhook(on.webhookId, 'essai')) : form.refuse(tested.error)
  }
  const turned = intent === 'pause' ? await pauseWebhook(on) : await resumeWebhook(on)
  const done = intent === 'pause' ? 'pause' : 'reprise'
  return turned.ok ? redirect(paths.webhook(on.webhookId, done)) : form.refuse(turned.error)
}
