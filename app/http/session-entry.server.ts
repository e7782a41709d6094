import { redirect } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { paths, safeRedirect } from '~/core/paths'
import type { Entry } from '~/features/identity/commands/start-session.server'
import { isFresh, type SessionStage } from '~/features/identity/model/second-factor'
import type { LiveSession } from '~/features/identity/queries.server'
import { readSession } from '~/features/identity/read-session.server'
import { deviceOf, sessionSecretOf, setSessionCookie } from './session-cookie.server'

/** Where a request that signs someone in comes from; the session that it held ends. */
export async function entryOf(request: Request): Promise<Entry> {
  return { device: deviceOf(request), formerSecret: await sessionSecretOf(request) }
}

/** Answers a sign-in: the cookie, and the page that was wanted, or first what is still owed. */
export async function signedInReply(secret: string, next: string) {
  const session = await readSession(secret)
  const headers = { 'Set-Cookie': await setSessionCookie(secret) }
  return redirect((session && owedPage(session.stage, next)) ?? next, { headers })
}

/** The page of what a session owes before it grants anything; null when it owes nothing. */
export function owedPage(stage: SessionStage, next: string): string | null {
  if (stage === 'verify') return paths.secondStep(next)
  return stage === 'enrol' ? paths.newFactor(next) : null
}

/** Where someone without an open session is sent: to what theirs owes, or to sign in; then back. */
export async function wayIn(request: Request, next: string): Promise<string> {
  const session = await readSession(await sessionSecretOf(request))
  return (session && owedPage(session.stage, next)) ?? paths.signIn(next)
}

/** Where the page of a step leads afterwards. */
export function nextOf(request: Request, fallback = paths.dashboard()): string {
  return safeRedirect(new URL(request.url).searchParams.get('suite'), fallback)
}

/** The session of a request at one of these stages; at another, off to what it owes, to sign in, or on. */
export async function requireStage(
  request: Request,
  stages: readonly SessionStage[],
): Promise<{ session: LiveSession; secret: string }> {
  const secret = await sessionSecretOf(request)
  const session = await readSession(secret)
  const next = nextOf(request)
  if (!session || !secret || session.stage === 'ended') throw redirect(paths.signIn(next))
  if (stages.includes(session.stage)) return { session, secret }
  throw redirect(owedPage(session.stage, next) ?? next)
}

/** Asks «confirmez que c’est vous» of a session whose last proof is not recent, then comes back to `back`. */
export function requireFresh(session: LiveSession, back: string): void {
  if (!isFresh(session.provenAtMs, nowMs())) throw redirect(paths.confirmIdentity(back))
}
