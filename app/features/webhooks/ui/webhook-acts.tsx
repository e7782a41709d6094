import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { webhooks } from '~/messages/webhooks'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { WebhookView } from '../model/webhook'

/** What keeps a webhook from being told anything, and how it goes on. */
export function StateNotice({ webhook }: { webhook: WebhookView }) {
  const t = useT(webhooks)
  const format = useFormat()
  const { id, pausedAtMs, pauseReason, failingSinceMs } = webhook
  if (pausedAtMs !== null) {
    return (
      <Notice
        tone="warning"
        title={t('one.paused', { since: format.instant(pausedAtMs) })}
        action={<ActForm id={id} intent="resume" label={t('one.resume')} look="action" />}
      >
        {t(`one.reasons.${pauseReason ?? 'person'}`)}
      </Notice>
    )
  }
  if (failingSinceMs === null) return null
  return (
    <Notice tone="danger" title={t('one.failing', { since: format.instant(failingSinceMs) })}>
      {t('one.failingText')}
    </Notice>
  )
}

/** A button that does one thing with a webhook. */
export function ActForm({
  id,
  intent,
  label,
  look,
}: {
  id: string
  intent: 'rotate' | 'pause' | 'resume' | 'remove' | 'test'
  label: string
  look: 'action' | 'secondary' | 'danger'
}) {
  return (
    <Form method="post" action={paths.webhook(id)}>
      <Button name="intent" value={intent} look={look} wide>
        {label}
      </Button>
    </Form>
  )
}

/** The secret that nobody reads again: a new one in its place, and until when the former one signs. */
export function SecretSection({ webhook, nowMs }: { webhook: WebhookView; nowMs: number }) {
  const t = useT(webhooks)
  const format = useFormat()
  const { id, formerUntilMs } = webhook
  return (
    <section aria-labelledby="secret-title" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="secret-title">{t('one.secretTitle')}</h2>
      <p>{t('one.rotateText')}</p>
      {formerUntilMs !== null && formerUntilMs > nowMs && (
        <p className="font-semibold">{t('one.former', { until: format.instant(formerUntilMs) })}</p>
      )}
      <ActForm id={id} intent="rotate" label={t('one.rotate')} look="secondary" />
    </section>
  )
}

/** How a receiver knows that a message is ours. */
export function VerifySection() {
  const t = useT(webhooks)
  return (
    <section aria-labelledby="verify-title" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="verify-title">{t('one.verify')}</h2>
      <p className="prose-width">{t('one.verifyText')}</p>
      <p className="prose-width">{t('one.guide')}</p>
    </section>
  )
}

/** Pausing and removing, the latter after a second look. */
export function EndSection({ webhook }: { webhook: WebhookView }) {
  const t = useT(webhooks)
  return (
    <section aria-labelledby="end-title" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="end-title">{t('one.remove')}</h2>
      <p>{t('one.removeText')}</p>
      <details>
        <summary className="min-h-11 py-2">{t('one.removeAsk')}</summary>
        <div className="pt-3">
          <ActForm id={webhook.id} intent="remove" label={t('one.remove')} look="danger" />
        </div>
      </details>
    </section>
  )
}
