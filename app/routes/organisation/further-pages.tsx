import { paths } from '~/core/paths'
import { attribution } from '~/messages/attribution'
import { webhooks } from '~/messages/webhooks'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The way to the criteria of the organisation's lots and, for a public body, to its delegation. */
export function AttributionLink() {
  const t = useT(attribution)
  return (
    <FurtherPage
      id="attribution-title"
      title={t('page.organisationLink')}
      text={t('page.organisationText')}
      to={paths.organisationAttribution()}
    />
  )
}

/** The way to what the organisation's software is told. */
export function WebhooksLink() {
  const t = useT(webhooks)
  return <FurtherPage id="webhooks-title" title={t('link')} text={t('linkText')} to={paths.webhooks()} />
}

function FurtherPage({ id, title, text, to }: Record<'id' | 'title' | 'text' | 'to', string>) {
  return (
    <section aria-labelledby={id} className="flex flex-col items-start gap-3 border-t-4 border-edge pt-4">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <p>{text}</p>
      <ButtonLink to={to} look="secondary">
        {title}
      </ButtonLink>
    </section>
  )
}
