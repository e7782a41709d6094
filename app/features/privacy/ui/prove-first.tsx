import { privacy } from '~/messages/privacy'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** Leads to «confirmez que c’est vous» and back: by a password, a passkey, a code, or signing in again. */
export function ProveFirst({ to }: { to: string }) {
  const t = useT(privacy)
  return (
    <>
      <p>{t('prove.text')}</p>
      <div>
        <ButtonLink to={to} wide>
          {t('prove.act')}
        </ButtonLink>
      </div>
    </>
  )
}
