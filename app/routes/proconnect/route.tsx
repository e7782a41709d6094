import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths, safeRedirect } from '~/core/paths'
import { beginProConnect } from '~/features/identity/commands/begin-proconnect.server'
import { proConnectSchema } from '~/features/identity/schema'
import { OnwardLink } from '~/features/identity/ui/proconnect'
import { optionalActor } from '~/http/actor.server'
import { tryWay } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { attemptCookie, attemptOf, onward } from '~/http/proconnect.server'
import { refusal } from '~/http/refusal.server'
import { notFound } from '~/http/replies.server'
import { proconnect } from '~/messages/proconnect'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(proconnect, 'leaving.title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Leads on to the provider whoever began a way through it in this browser. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = (await attemptOf(request))?.url ?? null
  return data({ url }, { headers: url === null ? {} : onward(url) })
}

/** Begins a sign-in by ProConnect; it is posted, so that no link and no other site starts one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, proConnectSchema)
  if (!form.ok) throw notFound()
  const next = safeRedirect(form.value.next, paths.dashboard())
  if (await optionalActor(request)) return redirect(next)
  const tried = await tryWay('proconnect', context)
  if (!tried.ok) return refusal(request, tried.error)
  const begun = await beginProConnect({ linkUserId: null, next })
  if (!begun.ok) return redirect(paths.proConnectFault('down'))
  return redirect(paths.proConnect(), { headers: { 'Set-Cookie': await attemptCookie(begun.value) } })
}

export default function Leaving() {
  const t = useT(proconnect)
  const { url } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="flex max-w-xl flex-col gap-6">
      {refused && <Notice tone="danger" live title={refused.message} />}
      {url === null || refused ? (
        <>
          <PageHeader title={t('account.over')} lead={t('account.overText')} />
          <div>
            <ButtonLink to={paths.signIn()}>{t('account.signIn')}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <PageHeader title={t('leaving.title')} lead={t('leaving.text')} />
          <OnwardLink href={url} label={t('leaving.go')} />
        </>
      )}
    </div>
  )
}
