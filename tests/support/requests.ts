import type { LoaderFunctionArgs } from '@remix-run/node'
import { vi } from 'vitest'
import type { Actor } from '~/features/organisations/model/permissions'
import { setSessionCookie } from '~/http/session-cookie.server'

const signedIn = vi.hoisted(() => new Map<string, unknown>())

vi.mock('~/features/identity/commands/resume-session.server', () => ({
  resumeSession: (secret: string) => Promise.resolve(signedIn.get(secret) ?? null),
}))

/** What a loader or action is called with. Import this file before the routes: it stands in for the session's lookup. */
export function argsOf(request: Request, params: Record<string, string> = {}): LoaderFunctionArgs {
  return { request, params, context: { cspNonce: '', requestId: '', clientIp: '127.0.0.1' } }
}

/** A request to a page as a browser sends it, signed in as someone or not; with `form`, a post. */
export async function requestAs(
  actor: Actor | null,
  path: string,
  form?: Record<string, string>,
): Promise<Request> {
  const headers = new Headers({ 'Accept-Language': 'fr' })
  if (actor) {
    signedIn.set(actor.userId, actor)
    headers.set('Cookie', (await setSessionCookie(actor.userId)).split(';')[0]!)
  }
  const post = form && { method: 'POST', body: new URLSearchParams(form) }
  return new Request(new URL(path, 'http://localhost'), { headers, ...post })
}

/** What a loader or action answers: what it returned, or the status of the response that it threw or returned. */
export async function answerOf(answer: unknown): Promise<unknown> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
