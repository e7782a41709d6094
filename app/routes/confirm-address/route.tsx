import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { confirmAddress } from '~/features/identity/commands/confirm-address.server'
import { judgeLink } from '~/features/identity/read-link.server'
import { ExpiredLink, linkTitle } from '~/features/identity/ui/expired-link'
import { optionalActor } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { LINK_STATUS } from '~/http/status'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, accountAccess)
  return [{ title: `${t(linkTitle(args.data?.fate, 'confirm.title'))} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fate, link } = await judgeLink(params.token ?? '', ['verify-email', 'change-email'])
  const isSignedIn = (await optionalActor(request)) !== null
  return data({ email: link?.email ?? null, fate, isSignedIn }, { status: LINK_STATUS[fate] })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const confirmed = await confirmAddress(params.token ?? '')
  if (!confirmed.ok) return redirect(paths.confirmAddress(params.token ?? ''))
  const isSignedIn = (await optionalActor(request)) !== null
  return redirect(`${isSignedIn ? paths.account() : paths.signIn()}?fait=adresse`)
}

export default function ConfirmAddress() {
  const t = useT(accountAccess)
  const { email, fate, isSignedIn } = useLoaderData<typeof loader>()
  if (!email) return <ExpiredLink kind="verify" fate={fate} isSignedIn={isSignedIn} />
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('confirm.title')} lead={t('confirm.text', { email })} />
      <div>
        <Button wide>{t('confirm.submit')}</Button>
      </div>
    </Form>
  )
}
