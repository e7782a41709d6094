import { audit } from '~/messages/audit'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The ways to older acts and back to the newest ones. */
export function AuditPages({
  older,
  isFirst,
  hrefOf,
}: {
  older: number | null
  isFirst: boolean
  hrefOf: (before?: number) => string
}) {
  const t = useT(audit)
  if (older === null && isFirst) return null
  return (
    <nav aria-label={t('caption')} className="flex flex-wrap gap-3" data-screen-only>
      {!isFirst && (
        <ButtonLink to={hrefOf()} look="secondary">
          {t('newest')}
        </ButtonLink>
      )}
      {older !== null && (
        <ButtonLink to={hrefOf(older)} look="secondary" rel="next">
          {t('older')}
        </ButtonLink>
      )}
    </nav>
  )
}
