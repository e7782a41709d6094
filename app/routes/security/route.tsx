import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { removeFactor } from '~/features/identity/commands/remove-factor.server'
import { renamePasskey } from '~/features/identity/commands/rename-passkey.server'
import { renewRecoveryCodes } from '~/features/identity/commands/renew-recovery-codes.server'
import { factorFactsOf } from '~/features/identity/factor-facts.server'
import { demoRoleOf } from '~/features/identity/model/demo-accounts'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { listSessions } from '~/features/identity/queries.server'
import { removeFactorSchema, renamePasskeySchema, renewCodesSchema } from '~/features/identity/schema'
import { FactorList } from '~/features/identity/ui/factor-list'
import { RecoveryCodes } from '~/features/identity/ui/recovery-codes'
import { CodesSection, NextStep, SecurityState } from '~/features/identity/ui/security-state'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { requireFresh, requireStage } from '~/http/session-entry.server'
import { common } from '~/messages/common'
import { security } from '~/messages/security'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

const DONE = ['ajoutee', 'retiree', 'renommee', 'secours'] as const

export const meta: MetaFunction = pageTitle(security, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, email } = await requireActor(request, 'account:manage')
  const { session, secret } = await requireStage(request, ['open'])
  const [factors, sessions] = await Promise.all([findFactors(userId), listSessions(userId, secret, nowMs())])
  const { isRequired, hasFactor, hasPassword } = session
  const { isExempt } = factorFactsOf({ email, hasFactor, isOfficial: isRequired })
  const done = new URL(request.url).searchParams.get('fait')
  return {
    email,
    state: {
      ...{ factors, hasPassword, isRequired, isExempt, sessions: sessions.length },
      isDemo: demoRoleOf(email) !== null,
    },
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireActor(request, 'account:manage')
  const { session, secret } = await requireStage(request, ['open'])
  requireFresh(session, paths.security())
  const formData = await readForm(request)
  if (formData.get('intent') === 'rename') {
    const form = await parseForm(request, renamePasskeySchema, formData)
    if (!form.ok) return form.reply
    const { factor: passkeyId, name } = form.value
    const renamed = await renamePasskey({ userId, passkeyId, name })
    return renamed.ok ? redirect(paths.security('renommee')) : form.refuse(renamed.error)
  }
  if (formData.get('intent') === 'codes') {
    const form = await parseForm(request, renewCodesSchema, formData)
    if (!form.ok) return form.reply
    const renewed = await renewRecoveryCodes(secret)
    if (!renewed.ok) return form.refuse(renewed.error)
    return data(renewed.value, { headers: { 'Cache-Control': 'no-store' } })
  }
  const form = await parseForm(request, removeFactorSchema, formData)
  if (!form.ok) return form.reply
  const removed = await removeFactor({ secret, factor: form.value.factor })
  return removed.ok ? redirect(paths.security('retiree')) : form.refuse(removed.error)
}

export default function Security() {
  const t = useT(security)
  const tCommon = useT(common)
  const { email, state, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply && 'codes' in reply) {
    return <RecoveryCodes codes={reply.codes} email={email} next={paths.security()} />
  }
  const refusals = Object.values(reply?.result.error ?? {}).flatMap((messages) => messages ?? [])
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <div className="flex flex-col gap-4">
        <PageHeader
          back={{ to: paths.account(), label: tCommon('nav.account') }}
          title={t('title')}
          lead={t('lead')}
        />
        <ErrorSummary errors={refusals.map((message) => ({ message }))} />
        {done && !reply && (
          <Notice tone={done === 'secours' ? 'warning' : 'success'} live title={t(`done.${done}`)} />
        )}
        <NextStep {...state} />
      </div>
      <SecurityState {...state} />
      <FactorList factors={state.factors} />
      <CodesSection factors={state.factors} />
    </div>
  )
}
