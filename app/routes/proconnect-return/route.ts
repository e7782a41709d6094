import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { finishProConnect } from '~/features/identity/commands/finish-proconnect.server'
import { optionalActor } from '~/http/actor.server'
import { tryWay } from '~/http/limits.server'
import { attemptCookie, attemptOf } from '~/http/proconnect.server'
import { entryOf, signedInReply } from '~/http/session-entry.server'

const FAULTS: Partial<Record<string, string>> = {
  'proconnect-down': 'down',
  'proconnect-cancelled': 'cancelled',
  'proconnect-taken': 'taken',
  'proconnect-waits': 'waits',
  'account-closed': 'closed',
}

/** Where the provider sends the browser back: in, to the account that asked, or to a page that says what to do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [attempt, actor, tried] = await Promise.all([
    attemptOf(request),
    optionalActor(request),
    tryWay('proconnect', context),
  ])
  if (!tried.ok) return redirect(paths.proConnectFault('down'))
  const finished = await finishProConnect({
    secret: attempt?.secret ?? null,
    query: new URL(request.url).search,
    userId: actor?.userId ?? null,
    entry: await entryOf(request),
  })
  const headers = new Headers({ 'Set-Cookie': await attemptCookie(null) })
  if (!finished.ok)
    return redirect(paths.proConnectFault(FAULTS[finished.error.code] ?? 'refused'), { headers })
  if (finished.value.kind === 'linked') return redirect(`${paths.account()}?fait=proconnect`, { headers })
  const { kind, secret } = finished.value
  if (kind === 'new') {
    headers.set('Set-Cookie', await attemptCookie({ secret, url: null }))
    return redirect(paths.proConnectAccount(), { headers })
  }
  const entered = await signedInReply(secret, finished.value.next)
  entered.headers.append('Set-Cookie', await attemptCookie(null))
  return entered
}
