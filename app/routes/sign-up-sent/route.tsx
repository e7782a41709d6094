import type { MetaFunction } from '@remix-run/node'
import { paths } from '~/core/paths'
import { pageTitle } from '~/http/page-title'
import { accountAccess } from '~/messages/account-access'
import { common } from '~/messages/common'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(accountAccess, 'sent.title')

/** The same for every sign-up, whether the address had an account or not. */
export default function SignUpSent() {
  const t = useT(accountAccess)
  const tCommon = useT(common)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('sent.title')} lead={t('sent.text')} />
      <p>{t('sent.meanwhile')}</p>
      <p>{t('sent.spam')}</p>
      <div>
        <ButtonLink to={paths.signIn()} wide>
          {tCommon('nav.signIn')}
        </ButtonLink>
      </div>
    </div>
  )
}
