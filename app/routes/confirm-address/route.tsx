import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { confirmAddress } from '~/features/identity/commands/confirm-address.server'
import { readLink } from '~/features/identity/read-link.server'
import { ExpiredLink } from '~/features/identity/ui/expired-link'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(accountAccess, 'confirm.title')

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await readLink(params.token ?? '', ['verify-email', 'change-email'])
  return { email: link?.email ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const confirmed = await confirmAddress(params.token ?? '')
  if (!confirmed.ok) return redirect(paths.confirmAddress(params.token ?? ''))
  const isSignedIn = (await optionalActor(request)) !== null
  return redirect(`${isSignedIn ? paths.account() : paths.signIn()}?fait=adresse`)
}

export default function ConfirmAddress() {
  const t = useT(accountAccess)
  const { email } = useLoaderData<typeof loader>()
  if (!email) return <ExpiredLink kind="verify" />
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('confirm.title')} lead={t('confirm.text', { email })} />
      <div>
        <Button wide>{t('confirm.submit')}</Button>
      </div>
    </Form>
  )
}
