import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { resendConfirmation } from '~/features/identity/commands/resend-confirmation.server'
import { requireActor } from '~/http/actor.server'
import { tryFor } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { refusal } from '~/http/refusal.server'
import { confirmBanner } from '~/messages/confirm-banner'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(confirmBanner, 'resend')

export async function loader({ request }: LoaderFunctionArgs) {
  const { email, isConfirmed } = await requireActor(request, 'account:manage')
  return { email, isConfirmed }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const tried = await tryFor('resend-confirmation', actor.userId)
  if (!tried.ok) return refusal(request, tried.error)
  await resendConfirmation(actor.userId)
  return redirect(`${paths.account()}?fait=renvoye`)
}

export default function ResendConfirmation() {
  const t = useT(confirmBanner)
  const { email, isConfirmed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('resend')}
        lead={t(isConfirmed ? 'confirmed' : 'again', { email })}
        back={{ to: paths.account(), label: t('account') }}
      />
      {refused && <Notice tone="danger" live title={refused.message} />}
      {isConfirmed ? (
        <div>
          <ButtonLink to={paths.account()}>{t('account')}</ButtonLink>
        </div>
      ) : (
        <Form method="post">
          <Button wide>{t('resend')}</Button>
        </Form>
      )}
    </div>
  )
}
