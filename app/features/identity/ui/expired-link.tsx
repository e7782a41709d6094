import { paths } from '~/core/paths'
import { accountAccess } from '~/messages/account-access'
import { common } from '~/messages/common'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

/** What a link of an e-mail shows once it no longer works, with the way to a new one. */
export function ExpiredLink({ kind }: { kind: 'verify' | 'reset' | 'invitation' }) {
  const t = useT(accountAccess)
  const tCommon = useT(common)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('expired.title')} lead={t('expired.text')} />
      <p>{t(`expired.${kind}`)}</p>
      <div>
        {kind === 'reset' ? (
          <ButtonLink to={paths.forgottenPassword()} wide>
            {t('forgotten.title')}
          </ButtonLink>
        ) : (
          <ButtonLink to={paths.signIn()} wide>
            {tCommon('nav.signIn')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
