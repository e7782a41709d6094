import { paths } from '~/core/paths'
import { accountAccess } from '~/messages/account-access'
import { common } from '~/messages/common'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import type { LinkFate } from '../model/links'

/** The title of a link's page: that of what it does while it can be used. */
export function linkTitle<Key extends string>(fate: LinkFate | undefined, usable: Key) {
  if (fate === 'usable') return usable
  return fate === 'unknown' ? 'unknown.title' : 'expired.title'
}

/** What a link of an e-mail shows once it no longer works, or never did, with the way to a new one. */
export function ExpiredLink({
  kind,
  fate,
  isSignedIn,
}: {
  kind: 'verify' | 'reset' | 'invitation'
  fate: LinkFate
  isSignedIn: boolean
}) {
  const t = useT(accountAccess)
  const tCommon = useT(common)
  const about = fate === 'unknown' ? 'unknown' : 'expired'
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t(`${about}.title`)} lead={t(`${about}.text`)} />
      <p>{isSignedIn && kind !== 'reset' ? t('expired.signedIn') : t(`expired.${kind}`)}</p>
      {isSignedIn && kind === 'invitation' && <p>{t('expired.invitation')}</p>}
      <div className="flex flex-wrap gap-3">
        {kind === 'reset' && (
          <ButtonLink to={paths.forgottenPassword()} wide>
            {t('forgotten.title')}
          </ButtonLink>
        )}
        {isSignedIn ? (
          <ButtonLink to={paths.account()} look={kind === 'reset' ? 'secondary' : 'action'} wide>
            {tCommon('nav.account')}
          </ButtonLink>
        ) : (
          <ButtonLink to={paths.signIn()} look={kind === 'reset' ? 'secondary' : 'action'} wide>
            {tCommon('nav.signIn')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
