import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { paths } from '~/core/paths'
import { errorPages } from '~/messages/error-pages'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { useFailedRequestId } from '~/ui/request-facts'

/** What went wrong in words, and what to do next; the technical cause is in the server's log only. */
export function ErrorPage() {
  const t = useT(errorPages)
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = kindOf(status)
  const { title, text } = toldBy(error) ?? { title: t(`page.${kind}.title`), text: t(`page.${kind}.text`) }
  const reference = useFailedRequestId()
  return (
    <>
      <title>{`${title} – Gisement`}</title>
      <PageHeader eyebrow={String(status)} title={title} lead={text} />
      {kind === '500' && reference && <p className="text-muted">{t('page.reference', { reference })}</p>}
      <div className="flex flex-wrap gap-3">
        {isWorthReloading(kind) && (
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

type Kind = '400' | '403' | '404' | '500' | '503' | '507'

/** The sentences that the server sends where the status alone does not say what is known; null where it sends none. */
function toldBy(error: unknown): { title: string; text: string } | null {
  const said: unknown = isRouteErrorResponse(error) ? error.data : null
  return typeof said === 'object' && said !== null && 'title' in said && 'text' in said
    ? { title: String(said.title), text: String(said.text) }
    : null
}

function isWorthReloading(kind: Kind): boolean {
  return kind !== '403' && kind !== '404'
}

function kindOf(status: number): Kind {
  if (status === 507 || status === 503) return `${status}`
  if (status === 403) return '403'
  if (status === 404 || status === 410) return '404'
  return status >= 400 && status < 500 ? '400' : '500'
}
