import type { MetaFunction } from '@remix-run/node'
import { paths } from '~/core/paths'
import { pageTitle } from '~/http/page-title'
import { privacy } from '~/messages/privacy'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(privacy, 'erased.title')

export default function AccountErased() {
  const t = useT(privacy)
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('erased.title')} lead={t('erased.lead')} />
      <div>
        <ButtonLink to={paths.home()} wide>
          {t('erased.home')}
        </ButtonLink>
      </div>
    </div>
  )
}
