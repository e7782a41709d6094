import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { passkeySite } from '~/features/identity/passkeys.server'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import type { LiveSession } from '~/features/identity/queries.server'
import { newSetup } from '~/features/identity/totp-setup.server'
import { RecoveryCodes } from '~/features/identity/ui/recovery-codes'
import { pageTitle } from '~/http/page-title'
import { nextOf, requireFresh, requireStage } from '~/http/session-entry.server'
import { security } from '~/messages/security'
import { addFactor } from './add-factor.server'
import { EnrolPage } from './enrol-page'
import { drawn } from './drawn-setup.server'

export const meta: MetaFunction = pageTitle(security, 'enrol.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStage(request, ['open', 'enrol'])
  if (session.stage === 'open') requireFresh(session, backTo(request))
  const { totp } = await findFactors(session.actor.userId)
  return {
    email: session.actor.email,
    isOwed: session.stage === 'enrol',
    hasTotp: totp !== null,
    hasSite: passkeySite() !== null,
    setup: drawn(newSetup(session)),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session, secret } = await requireStage(request, ['open', 'enrol'])
  if (session.stage === 'open') requireFresh(session, backTo(request))
  return addFactor({ request, session, secret, next: nextAfter(request, session) })
}

function backTo(request: Request): string {
  return paths.newFactor(nextOf(request, paths.security()))
}

/** After the codes: on to what was wanted, or back to what protects the account. */
function nextAfter(request: Request, { stage }: LiveSession): string {
  return nextOf(request, stage === 'enrol' ? paths.dashboard() : paths.security('ajoutee'))
}

export default function NewFactor() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply && 'codes' in reply) {
    return <RecoveryCodes codes={reply.codes} email={data.email} next={reply.next} />
  }
  return <EnrolPage {...data} setup={reply?.setup ?? data.setup} result={reply?.result} />
}
