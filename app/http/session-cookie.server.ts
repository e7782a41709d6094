import { createCookie } from '@remix-run/node'
import { deviceName } from '~/features/identity/model/device'
import { SESSION_ABSOLUTE_MS } from '~/features/identity/model/session-limits'
import { knownSecrets, onceForEnv } from '~/platform/env.server'
import { noteRenewedSecret, requestFacts } from '~/platform/request-facts.server'

/** Signed, HttpOnly, SameSite=Lax; over https it carries the `__Host-` prefix, which ties it to this host. */
const sessionCookie = onceForEnv(({ publicUrl }) => {
  const secure = publicUrl.startsWith('https://')
  return createCookie(secure ? '__Host-gisement' : 'gisement', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    secrets: knownSecrets(),
    maxAge: SESSION_ABSOLUTE_MS / 1000,
  })
})

/**
 * The secret of the request's session, or null. Without scripts the page is drawn in the answer to its own form: there, a
 * session that the form renewed counts, not the one that the cookie still names.
 */
export async function sessionSecretOf(request: Request): Promise<string | null> {
  const renewed = requestFacts()?.renewedSecret
  if (renewed !== undefined) return renewed
  const value: unknown = await sessionCookie().parse(request.headers.get('Cookie'))
  return typeof value === 'string' && value.length > 0 ? value : null
}

/** What the person will recognise this session by. */
export function deviceOf(request: Request): string {
  return deviceName(request.headers.get('User-Agent'))
}

export function setSessionCookie(secret: string): Promise<string> {
  noteRenewedSecret(secret)
  return sessionCookie().serialize(secret)
}

export function clearSessionCookie(): Promise<string> {
  return sessionCookie().serialize('', { maxAge: 0 })
}
