import {
  data,
  redirect,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { OnwardLink } from '~/features/identity/ui/proconnect'
import { pageTitle } from '~/http/page-title'
import { endingCookie, endingOf, onward } from '~/http/proconnect.server'
import { proconnect } from '~/messages/proconnect'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(proconnect, 'ending.title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** After the session here ended: leads on to the end of the one at the provider, which sends the browser back here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ending = await endingOf(request)
  if (!ending) return redirect(paths.home())
  const state = new URL(request.url).searchParams.get('state')
  if (state === ending.state) {
    return redirect(paths.home(), { headers: { 'Set-Cookie': await endingCookie(null) } })
  }
  return data({ url: ending.url }, { headers: onward(ending.url) })
}

export default function Ending() {
  const t = useT(proconnect)
  const { url } = useLoaderData<typeof loader>()
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader title={t('ending.title')} lead={t('ending.text')} />
      <OnwardLink href={url} label={t('ending.go')} />
      <div>
        <ButtonLink to={paths.home()} look="secondary">
          {t('ending.stay')}
        </ButtonLink>
      </div>
    </div>
  )
}
