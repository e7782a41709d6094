import { redirect, type AppLoadContext } from '@remix-run/node'
import { paths } from '~/core/paths'
import { findCommune } from '~/features/communes/queries.server'
import {
  createProConnectAccount,
  type Joining,
} from '~/features/identity/commands/create-proconnect-account.server'
import { readLink } from '~/features/identity/read-link.server'
import { readProven } from '~/features/identity/read-proven.server'
import { joinByProConnectSchema } from '~/features/identity/schema'
import { tryWay } from '~/http/limits.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { attemptCookie, attemptOf } from '~/http/proconnect.server'
import { entryOf, signedInReply } from '~/http/session-entry.server'

/** The invitation that somebody came to ProConnect from, while it can be used. */
export async function invitationIn(next: string) {
  const token = tokenIn(next)
  return token === null ? null : readLink(token, ['invitation'])
}

/** Makes the account of whoever ProConnect proved in this browser, the way that they chose. */
export async function createAccount(request: Request, context: AppLoadContext) {
  const form = await parseForm(request, joinByProConnectSchema)
  if (!form.ok) return form.reply
  const tried = await tryWay('sign-up', context)
  if (!tried.ok) return form.refuse(tried.error)
  const secret = (await attemptOf(request))?.secret ?? ''
  const next = (await readProven(secret))?.proven.next ?? paths.dashboard()
  const joining = joiningOf(form.value, next)
  if (joining.how === 'found' && !(await findCommune(joining.communeCode))) {
    return form.refuse({ code: 'invalid', field: 'communeCode' })
  }
  const person = { locale: await localeOf(request), entry: await entryOf(request) }
  const made = await createProConnectAccount({ secret, joining, ...person })
  if (!made.ok) return form.refuse(made.error)
  const headers = new Headers({ 'Set-Cookie': await attemptCookie(null) })
  if (made.value.secret === null) return redirect(paths.proConnectAccount('demande'), { headers })
  const entered = await signedInReply(made.value.secret, joining.how === 'invited' ? paths.dashboard() : next)
  entered.headers.append('Set-Cookie', await attemptCookie(null))
  return entered
}

type Asked = ReturnType<typeof joinByProConnectSchema.parse>

function joiningOf(asked: Asked, next: string): Joining {
  if (asked.intent === 'ask') return { how: 'ask' }
  if (asked.intent === 'invited') return { how: 'invited', token: tokenIn(next) ?? '' }
  return { how: 'found', ...asked }
}

function tokenIn(next: string): string | null {
  return /^\/invitation\/([\w-]+)$/.exec(next)?.[1] ?? null
}
