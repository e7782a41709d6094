import { useEffect, useId, useState } from 'react'
import { webhooks } from '~/messages/webhooks'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

/** A secret, this once: to select and copy, or with one tap; then on. */
export function WebhookSecret({
  secret,
  next,
  isRenewed = false,
}: {
  secret: string
  next: string
  isRenewed?: boolean
}) {
  const t = useT(webhooks)
  const id = useId()
  const [canCopy, setCanCopy] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  const copy = () => {
    navigator.clipboard.writeText(secret).then(
      () => setSaid(t('secret.copied')),
      () => setSaid(t('secret.notCopied')),
    )
  }
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('secret.title')} lead={t('secret.lead')} />
      {isRenewed && <Notice title={t('secret.both')} />}
      <div className="flex flex-col gap-2">
        <label htmlFor={id} className="font-semibold">
          {t('secret.label')}
        </label>
        <input
          id={id}
          className="control"
          readOnly
          value={secret}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
        />
        <p role="status" className="text-sm text-muted empty:hidden">
          {said}
        </p>
      </div>
      <div className="flex flex-wrap gap-3" data-screen-only>
        {canCopy && (
          <Button type="button" wide onClick={copy}>
            {t('secret.copy')}
          </Button>
        )}
        <ButtonLink to={next} look="secondary" wide>
          {t('secret.next')}
        </ButtonLink>
      </div>
    </div>
  )
}
