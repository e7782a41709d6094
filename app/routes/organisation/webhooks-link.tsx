import { paths } from '~/core/paths'
import { webhooks } from '~/messages/webhooks'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The way to what the organisation's software is told. */
export function WebhooksLink() {
  const t = useT(webhooks)
  return (
    <section
      aria-labelledby="webhooks-title"
      className="flex flex-col items-start gap-3 border-t-4 border-edge pt-4"
    >
      <h2 id="webhooks-title" className="text-2xl">
        {t('link')}
      </h2>
      <p>{t('linkText')}</p>
      <ButtonLink to={paths.webhooks()} look="secondary">
        {t('link')}
      </ButtonLink>
    </section>
  )
}
