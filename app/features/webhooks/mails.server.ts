import { paths } from '~/core/paths'
import { listOwners } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { webhookMails } from '~/messages/webhook-mails'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { sha256 } from '~/platform/sha256.server'
import { hostOf } from './model/webhook'
import { findWebhook } from './queries.server'

/**
 * Tells those who manage the organisation of a webhook why it was paused, and where it is resumed. One that was resumed
 * or removed meanwhile needs no mail. The address is named by its host alone: the rest may hold a key.
 */
export async function sendWebhookMails({
  messageId,
  webhookId,
}: {
  messageId: string
  webhookId: string
}): Promise<void> {
  const webhook = await findWebhook(webhookId)
  const reason = webhook?.pauseReason ?? null
  if (!webhook || reason === null || reason === 'person') return
  const page = env().publicUrl + paths.webhook(webhookId)
  const host = hostOf(webhook.url)
  for (const { name, email, locale } of await listOwners(webhook.organisationId)) {
    const t = translator(locale, webhookMails)
    await sendMail({
      to: { name, address: email },
      subject: t('subject', { host }),
      text: t('text', { name, host, reason: t(`reason.${reason}`), page }),
      messageId: `${messageId}-${sha256(email).slice(0, 12)}`,
    })
  }
}
