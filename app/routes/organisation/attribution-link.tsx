import { paths } from '~/core/paths'
import { attribution } from '~/messages/attribution'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The way to the criteria of the organisation's lots and, for a public body, to its delegation. */
export function AttributionLink() {
  const t = useT(attribution)
  return (
    <section
      aria-labelledby="attribution-title"
      className="flex flex-col items-start gap-3 border-t-4 border-edge pt-4"
    >
      <h2 id="attribution-title" className="text-2xl">
        {t('page.organisationLink')}
      </h2>
      <p>{t('page.organisationText')}</p>
      <ButtonLink to={paths.organisationAttribution()} look="secondary">
        {t('page.organisationLink')}
      </ButtonLink>
    </section>
  )
}
