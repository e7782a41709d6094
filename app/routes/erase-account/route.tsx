import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { isFresh } from '~/features/identity/model/second-factor'
import { eraseAccount } from '~/features/privacy/commands/erase-account.server'
import { previewErasure } from '~/features/privacy/queries.server'
import { eraseAccountSchema } from '~/features/privacy/schema'
import { EraseForm } from '~/features/privacy/ui/erase-form'
import { ErasePreview } from '~/features/privacy/ui/erase-preview'
import { ProveFirst } from '~/features/privacy/ui/prove-first'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { clearSessionCookie } from '~/http/session-cookie.server'
import { requireStage } from '~/http/session-entry.server'
import { privacy } from '~/messages/privacy'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(privacy, 'erase.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const { session } = await requireStage(request, ['open'])
  return { ...(await previewErasure(actor.userId)), isProven: isFresh(session.provenAtMs, nowMs()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const { session } = await requireStage(request, ['open'])
  const form = await parseForm(request, eraseAccountSchema)
  if (!form.ok) return form.reply
  const { provenAtMs } = session
  const erased = await eraseAccount({ actor, provenAtMs, heirs: Object.fromEntries(form.value.heirs) })
  if (!erased.ok) return form.refuse(erased.error)
  return redirect(paths.accountErased(), { headers: { 'Set-Cookie': await clearSessionCookie() } })
}

export default function EraseAccount() {
  const t = useT(privacy)
  const { isProven, ...preview } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  return (
    <div className="flex max-w-2xl flex-col gap-12">
      <PageHeader
        title={t('erase.title')}
        lead={t('erase.lead')}
        actions={
          <ButtonLink to={paths.myData()} look="secondary" wide>
            {t('erase.first')}
          </ButtonLink>
        }
      />
      <ErasePreview {...preview} />
      {isProven ? (
        <EraseForm standings={preview.standings} lastResult={lastResult} />
      ) : (
        <section aria-labelledby="prove" className="flex flex-col gap-4">
          <h2 id="prove">{t('erase.confirm')}</h2>
          <ProveFirst to={paths.confirmIdentity(paths.eraseAccount())} />
        </section>
      )}
    </div>
  )
}
