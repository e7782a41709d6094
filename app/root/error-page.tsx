import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { paths } from '~/core/paths'
import { errors } from '~/messages/errors'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

/** What went wrong in words, and what to do next; the technical cause is in the server's log only. */
export function ErrorPage() {
  const t = useT(errors)
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = status === 403 || status === 404 ? (`${status}` as const) : '500'
  return (
    <>
      <title>{`${t(`page.${kind}.title`)} – Gisement`}</title>
      <PageHeader eyebrow={String(status)} title={t(`page.${kind}.title`)} lead={t(`page.${kind}.text`)} />
      <div className="flex flex-wrap gap-3">
        {kind === '500' && (
          <ButtonLink to={pathname + search} reloadDocument>
            {t('page.reload')}
          </ButtonLink>
        )}
        {kind === '403' && <ButtonLink to={paths.signIn(pathname + search)}>{t('page.signIn')}</ButtonLink>}
        <ButtonLink to={paths.lots()} look={kind === '404' ? 'action' : 'secondary'}>
          {t('page.search')}
        </ButtonLink>
        <ButtonLink to={paths.home()} look="secondary">
          {t('page.home')}
        </ButtonLink>
      </div>
    </>
  )
}
